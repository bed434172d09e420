package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Outbound;
import java.time.Instant;

/// Asked before every attempt whether a message may leave. The root joins it to the rules.
@FunctionalInterface
public interface Gate {

  /// May this message leave now? Must have no effect: it is asked again when in doubt.
  Verdict judge(Outbound message);

  /// The answer.
  sealed interface Verdict {

    /// It may leave now.
    record Leave() implements Verdict {}

    /// Not now: ask again then (business time).
    record Wait(Instant until) implements Verdict {}

    /// Never.
    ///
    /// @param reason a short code, written into the journal
    /// @param tellDesk whether a person must know ([Undeliverable] is called)
    record Refuse(String reason, boolean tellDesk) implements Verdict {}
  }
}
