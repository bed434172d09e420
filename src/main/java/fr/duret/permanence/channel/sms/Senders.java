package fr.duret.permanence.channel.sms;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Our numbers and names, preferred first.
final class Senders {

  private final List<Settings.Sender> senders;

  Senders(List<Settings.Sender> senders) {
    this.senders = senders;
  }

  /// What a message shall come from: of those that may be used for its purpose and, if it asks for
  /// an answer, that can be answered, the one that the receiver last wrote to if the message is
  /// part of a dialogue, else the first.
  ///
  /// @param writtenTo what the receiver last wrote to; asked only if it matters
  Optional<String> of(Outbound message, Function<Address, Optional<String>> writtenTo) {
    List<String> fitting = fitting(message);
    boolean dialogue = message.wantsAnswer() || message.replyTo().isPresent();
    if (dialogue && fitting.size() > 1) {
      Optional<String> known = writtenTo.apply(message.to()).filter(fitting::contains);
      if (known.isPresent()) {
        return known;
      }
    }
    return fitting.stream().findFirst();
  }

  private List<String> fitting(Outbound message) {
    String purpose = message.purpose().name().toLowerCase(Locale.ROOT);
    return senders.stream()
        .filter(sender -> sender.twoWay() || !message.wantsAnswer())
        .filter(sender -> sender.purposes().isEmpty() || sender.purposes().contains(purpose))
        .map(Settings.Sender::from)
        .toList();
  }

  /// The numbers that people can write to.
  List<String> receiving() {
    return senders.stream().filter(Settings.Sender::twoWay).map(Settings.Sender::from).toList();
  }
}
