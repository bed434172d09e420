package fr.duret.permanence.emergency;

import fr.duret.permanence.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One alert and whom it has reached. Whom a step tells follows from the step's number alone, so
/// that a step repeated after a crash tells the same persons.
///
/// @param id `A-…`, derived from its cause
/// @param from who tells of danger
/// @param person the person on file, if known
/// @param words what he wrote
/// @param at when it was received
/// @param chain who was on call then, first one first
/// @param everybody the whole rota
/// @param due what the ticket promises
/// @param step the next step to take
/// @param taker who answered « ok »
/// @param version grows with each change
record Alert(
    String id,
    Address from,
    Optional<String> person,
    String words,
    Instant at,
    List<Member> chain,
    List<Member> everybody,
    Instant due,
    int step,
    Optional<Member> taker,
    long version) {

  /// The pause between two steps: time to wake up, read and answer.
  static final Duration PAUSE = Duration.ofMinutes(3);

  /// Rounds to everybody: every 3 minutes for 30 minutes.
  static final int ROUNDS = 10;

  /// Somebody of the rota.
  record Member(String name, Address number) {}

  Alert {
    chain = List.copyOf(chain);
    everybody = List.copyOf(everybody);
  }

  /// Whom that step tells; nobody once all rounds are over.
  List<Member> told(int number) {
    if (number < chain.size()) {
      return List.of(chain.get(number));
    }
    return number < lastStep() ? everybody : List.of();
  }

  /// Whether that step is the first one to everybody: nobody on call has answered.
  boolean firstToAll(int number) {
    return number == chain.size();
  }

  /// The step at which we give up and say so.
  int lastStep() {
    return chain.size() + ROUNDS;
  }

  /// When that step is due.
  Instant dueOf(int number) {
    return at.plus(PAUSE.multipliedBy(number));
  }

  /// Who has been told by then; while nobody has taken it a step that is due counts, because a
  /// crash may have let its messages leave and not its mark.
  List<Member> asked(Instant then) {
    int steps = taker.isPresent() || dueOf(step).isAfter(then) ? step : step + 1;
    return steps > chain.size() ? everybody : chain.subList(0, steps);
  }

  /// The one with that number among those who have been told by then.
  Optional<Member> asked(Address number, Instant then) {
    return asked(then).stream().filter(member -> member.number().equals(number)).findFirst();
  }

  Alert at(int next) {
    return new Alert(id, from, person, words, at, chain, everybody, due, next, taker, version + 1);
  }

  Alert takenBy(Member member) {
    return new Alert(
        id, from, person, words, at, chain, everybody, due, step, Optional.of(member), version + 1);
  }
}
