package fr.duret.permanence.understanding;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;

/// What a message answers. The same words mean other things after another question: « 2 », « ok »,
/// « Martin », « mardi ».
///
/// @param asked what our last message asked for
/// @param options the windows it offered, as numbered in it; empty if none
/// @param visitPlanned whether a visit of this person is planned, so that it can be moved
public record Context(Asked asked, List<Option> options, boolean visitPlanned) {

  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final LocalTime NOON = LocalTime.NOON;

  /// What our last message asked for.
  public enum Asked {
    /// Nothing: the client speaks first.
    NOTHING,
    /// Which of the numbered windows.
    OPTION,
    /// Yes or no.
    YES_NO,
    /// A day or a period.
    PERIOD,
    /// What the visit is for.
    MOTIVE,
    /// Who is there.
    NAME,
    /// Which commune.
    COMMUNE,
    /// Anything else in the client's own words.
    FREE
  }

  /// Copies the list, so that a context never changes.
  public Context {
    options = List.copyOf(options);
  }

  /// The client speaks first.
  public static Context none() {
    return new Context(Asked.NOTHING, List.of(), false);
  }

  /// We asked for this, without numbered windows.
  public static Context asked(Asked asked) {
    return new Context(asked, List.of(), false);
  }

  /// We offered these windows.
  public static Context offered(List<Option> options) {
    return new Context(Asked.OPTION, options, false);
  }

  /// We listed so many things that have no day: only their numbers and places in the list tell them
  /// apart. Their windows lie where nobody's words reach.
  public static Context listed(int things) {
    return offered(
        IntStream.range(0, things)
            .mapToObj(n -> new Option(LocalDate.MAX.minusYears(things - n), MORNING, NOON))
            .toList());
  }

  /// The same, for somebody who has a visit planned.
  public Context withVisitPlanned() {
    return new Context(asked, options, true);
  }
}
