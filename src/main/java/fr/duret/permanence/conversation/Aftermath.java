package fr.duret.permanence.conversation;

import fr.duret.permanence.agenda.Agenda;
import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.outbox.State;
import java.time.Duration;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What follows from a turn. Everything may be repeated without harm.
interface Aftermath {

  /// Owes a message.
  void owe(Outbound message);

  /// Takes messages back.
  ///
  /// @return those that have not left and will not
  Set<String> withdraw(Collection<String> ids);

  /// How long a message has been waiting before it left, or before it was given up; empty while it
  /// waits.
  Optional<Duration> waited(String message);

  /// Sets a timer.
  void plan(Timer timer);

  /// The real outbox and agenda.
  static Aftermath of(Outbox outbox, Agenda agenda) {
    return new Aftermath() {
      @Override
      public void owe(Outbound message) {
        outbox.owe(message);
      }

      @Override
      public Set<String> withdraw(Collection<String> ids) {
        outbox.withdraw(ids);
        return ids.stream()
            .filter(
                id -> outbox.find(id).map(Owed::state).filter(State.WITHDRAWN::equals).isPresent())
            .collect(Collectors.toSet());
      }

      @Override
      public Optional<Duration> waited(String message) {
        Optional<Owed> owed = outbox.find(message);
        return owed.isEmpty() ? Optional.of(Duration.ZERO) : owed.flatMap(Aftermath::waited);
      }

      @Override
      public void plan(Timer timer) {
        agenda.plan(timer);
      }
    };
  }

  private static Optional<Duration> waited(Owed owed) {
    return switch (owed.state()) {
      case OWED, SENDING, UNKNOWN -> Optional.empty();
      case SENT -> Optional.of(Duration.between(owed.owedAt(), owed.tried()));
      case FAILED, WITHDRAWN, REFUSED, DROPPED -> Optional.of(Duration.ZERO);
    };
  }
}
