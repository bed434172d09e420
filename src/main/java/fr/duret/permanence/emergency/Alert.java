package fr.duret.permanence.emergency;

import fr.duret.permanence.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One alert and whom it has reached. Whom a step tells follows from the step's number alone, so
/// that a step repeated after a crash tells the same persons.
///
/// @param id `A-…`, derived from its cause
/// @param number tells it from others of the same hours, as the rota names it: « ok 2 »
/// @param from who tells of danger
/// @param person the person on file, if known
/// @param words what he wrote
/// @param at when it was received
/// @param chain who was on call then, first one first
/// @param everybody the whole rota
/// @param step the next step to take
/// @param taker who answered « ok »
/// @param passed who answered that he cannot
/// @param settled whether the client, or who had taken it, wrote that the danger is over
/// @param heard the answers that were heard, by writer and time: one read again takes no other
///   alert
/// @param version grows with each change
record Alert(
    String id,
    int number,
    Address from,
    Optional<String> person,
    String words,
    Instant at,
    List<Member> chain,
    List<Member> everybody,
    int step,
    Optional<Member> taker,
    List<Member> passed,
    boolean settled,
    List<String> heard,
    long version) {

  /// The pause between two steps: time to wake up, read and answer.
  static final Duration PAUSE = Duration.ofMinutes(3);

  /// Rounds to everybody: every 3 minutes for 30 minutes.
  static final int ROUNDS = 10;

  /// Stands between what was written one after the other.
  private static final String BETWEEN = " / ";

  /// Messages of one client that are passed on.
  private static final int MOST_WORDS = 10;

  /// Somebody of the rota.
  record Member(String name, Address number) {

    /// Names him in the ids of messages, which logs may show; a telephone number must not be there.
    String token() {
      return Integer.toHexString(number.key().hashCode());
    }

    /// Names what he wrote then.
    String mark(Instant written) {
      return token() + "/" + written.toEpochMilli();
    }
  }

  Alert {
    chain = List.copyOf(chain);
    everybody = List.copyOf(everybody);
    passed = List.copyOf(passed);
    heard = List.copyOf(heard);
  }

  /// Whom that step tells; nobody once all rounds are over. Who cannot come is left in peace,
  /// unless nobody else remains.
  List<Member> told(int number) {
    if (number < chain.size()) {
      return List.of(chain.get(number));
    }
    List<Member> others = everybody.stream().filter(member -> !passed.contains(member)).toList();
    if (number >= lastStep()) {
      return List.of();
    }
    return others.isEmpty() ? everybody : others;
  }

  /// Whether it still looks for somebody.
  boolean open() {
    return taker.isEmpty() && !settled;
  }

  /// Whether somebody is still going to be told.
  boolean underWay() {
    return open() && step <= lastStep();
  }

  /// Whether that person has taken it.
  boolean isWith(Address member) {
    return taker.filter(by -> by.number().equals(member)).isPresent();
  }

  /// Whether that person is the only one who has been asked last, so that nobody else looks at it.
  boolean waitsFor(Member member) {
    return step > 0 && step <= chain.size() && chain.get(step - 1).equals(member);
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
    return changed(next, taker, passed, settled, heard);
  }

  Alert takenBy(Member member, Instant written) {
    return changed(step, Optional.of(member), passed, settled, with(heard, member.mark(written)));
  }

  /// That person cannot come; if he had taken it, it is open again.
  Alert passedBy(Member member, Instant written) {
    Optional<Member> other = taker.filter(by -> !by.equals(member));
    return changed(step, other, with(passed, member), settled, with(heard, member.mark(written)));
  }

  /// The client wrote more of it; whoever is asked next reads that too.
  Alert told(String more) {
    return new Alert(
        id,
        number,
        from,
        person,
        words.isBlank() ? more : words + BETWEEN + more,
        at,
        chain,
        everybody,
        step,
        taker,
        passed,
        settled,
        heard,
        version + 1);
  }

  /// Whether the client has written that already.
  boolean knows(String more) {
    return written().contains(more);
  }

  /// Whether he has written so much that more would only keep people from helping him.
  boolean full() {
    return written().size() >= MOST_WORDS;
  }

  private List<String> written() {
    return List.of(words.split(Pattern.quote(BETWEEN), -1));
  }

  /// Who had taken it wrote that it is over.
  Alert doneBy(Member member, Instant written) {
    return changed(step, taker, passed, true, with(heard, member.mark(written)));
  }

  /// The client wrote that the danger is over.
  Alert over() {
    return changed(step, taker, passed, true, heard);
  }

  private static <T> List<T> with(List<T> some, T one) {
    return Stream.concat(some.stream(), Stream.of(one)).distinct().toList();
  }

  private Alert changed(
      int next, Optional<Member> by, List<Member> without, boolean done, List<String> answers) {
    return new Alert(
        id,
        number,
        from,
        person,
        words,
        at,
        chain,
        everybody,
        next,
        by,
        without,
        done,
        answers,
        version + 1);
  }
}
