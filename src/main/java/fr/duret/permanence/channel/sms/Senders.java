package fr.duret.permanence.channel.sms;

import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.settings.Settings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Our numbers and names, preferred first.
final class Senders {

  private final List<Settings.Sender> senders;

  Senders(List<Settings.Sender> senders) {
    this.senders = senders;
  }

  /// What a message shall come from: the first that may be used for its purpose and, if it asks for
  /// an answer, that can be answered.
  Optional<String> of(Outbound message) {
    String purpose = message.purpose().name().toLowerCase(Locale.ROOT);
    return senders.stream()
        .filter(sender -> sender.twoWay() || !message.wantsAnswer())
        .filter(sender -> sender.purposes().isEmpty() || sender.purposes().contains(purpose))
        .map(Settings.Sender::from)
        .findFirst();
  }

  /// The numbers that people can write to.
  List<String> receiving() {
    return senders.stream().filter(Settings.Sender::twoWay).map(Settings.Sender::from).toList();
  }
}
