package fr.duret.permanence.emergency;

import fr.duret.permanence.emergency.Alert.Member;
import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// An answer of somebody of the rota, or a part of it about some of his alerts.
///
/// @param asked the alerts that its writer was asked to take, oldest first; at least one
/// @param named those of them that he names
record Answer(
    Address from, String text, Words words, Instant at, List<Alert> asked, List<Alert> named) {

  /// The same about those.
  Answer naming(List<Alert> some) {
    return new Answer(from, text, words, at, asked, some);
  }

  boolean names(Alert alert) {
    return named.stream().anyMatch(one -> one.id().equals(alert.id()));
  }

  /// Those that he means by « the others ».
  List<Alert> others(Reply reply) {
    return switch (reply) {
      case TAKES -> asked.stream().filter(Alert::open).toList();
      case PASSES -> asked.stream().filter(alert -> alert.open() && !refused(alert)).toList();
      case DONE -> having();
      case ASKS, UNCLEAR, DANGER -> List.of();
    };
  }

  /// The latest of those he was asked.
  Optional<Alert> last(Predicate<Alert> which) {
    return asked.stream().filter(which).reduce((earlier, later) -> later);
  }

  /// Those that he has, while they last.
  List<Alert> having() {
    return asked.stream().filter(alert -> alert.isWith(from) && !alert.settled()).toList();
  }

  Optional<Alert> his() {
    return last(having()::contains);
  }

  /// The one asked last that still looks for somebody.
  Optional<Alert> waiting(Predicate<Alert> which) {
    return last(alert -> which.test(alert) && !refused(alert)).or(() -> last(which));
  }

  boolean refused(Alert alert) {
    return alert.passed().stream().anyMatch(member -> member.number().equals(from));
  }

  /// Those that still look for somebody, besides that one, those that he names and those that he
  /// has refused, the latest first.
  List<Alert> left(Alert but) {
    return asked.stream()
        .filter(alert -> alert.open() && !alert.id().equals(but.id()) && !refused(alert))
        .filter(alert -> !names(alert))
        .toList()
        .reversed();
  }

  Member member(Alert alert) {
    return alert.asked(from, at).orElseThrow();
  }

  String mark(Alert alert) {
    return member(alert).mark(at);
  }
}
