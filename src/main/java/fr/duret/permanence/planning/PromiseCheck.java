package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    List<Broken> found = new ArrayList<>();
    for (PlannedRound round : day.rounds()) {
      for (Stop stop : round.stops()) {
        whoComes(round.crew(), stop, found);
      }
      found.addAll(new Walk(round, travel).broken());
    }
    return found;
  }

  /// What is broken in a day that replaces another one with the same stops.
  public static List<Broken> broken(DayPlan before, DayPlan after, TravelMatrix travel) {
    List<Broken> found = new ArrayList<>();
    Map<String, Stop> missing = new HashMap<>();
    before.stops().forEach(stop -> missing.put(stop.id(), stop));
    Map<String, Stop> seen = new HashMap<>();
    for (Stop stop : after.stops()) {
      if (seen.put(stop.id(), stop) != null) {
        found.add(new Broken(stop.id(), What.TWICE));
      } else if (!stop.equals(missing.remove(stop.id()))) {
        found.add(new Broken(stop.id(), What.CHANGED));
      }
    }
    missing.keySet().forEach(id -> found.add(new Broken(id, What.LOST)));
    if (!crews(before).equals(crews(after))) {
      found.add(new Broken("", What.CHANGED));
    }
    found.addAll(broken(after, travel));
    return found;
  }

  private static List<Crew> crews(DayPlan day) {
    return day.rounds().stream().map(PlannedRound::crew).toList();
  }

  private static void whoComes(Crew crew, Stop stop, List<Broken> found) {
    if (!crew.skills().contains(stop.work().skill())) {
      found.add(new Broken(stop.id(), What.NO_SKILL));
    }
    if (stop.pinned().isPresent() && !stop.pinned().get().equals(crew.technician())) {
      found.add(new Broken(stop.id(), What.OTHER_TECHNICIAN));
    }
  }
}
