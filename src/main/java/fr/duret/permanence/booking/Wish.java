package fr.duret.permanence.booking;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;

/// When somebody would like the visit: periods wanted, best first, and periods excluded. Nothing
/// wanted means any time is welcome.
///
/// @param wanted periods asked for; a slot serves the wish if it lies in one of them
/// @param excluded periods that do not suit; never offered
public record Wish(List<Period> wanted, List<Period> excluded) {

  private static final Wish ANY = new Wish(List.of(), List.of());

  /// Keeps copies.
  public Wish {
    wanted = List.copyOf(wanted);
    excluded = List.copyOf(excluded);
  }

  /// No wish at all.
  public static Wish any() {
    return ANY;
  }

  /// Whether the slot lies in a period asked for and in none excluded.
  public boolean isServedBy(Slot slot) {
    return allows(slot)
        && (wanted.isEmpty() || wanted.stream().anyMatch(period -> period.holds(slot)));
  }

  /// Whether the slot may be offered at all.
  public boolean allows(Slot slot) {
    return excluded.stream().noneMatch(period -> period.touches(slot));
  }

  /// Days with times of day.
  ///
  /// @param from first day; [LocalDate#MIN] if open
  /// @param until last day, included; [LocalDate#MAX] if open
  /// @param weekdays only these weekdays; empty means all
  /// @param after beginning of the time of day; [LocalTime#MIN] if open
  /// @param before end of the time of day; [LocalTime#MAX] if open; equal to `after` for an hour («
  ///   à 10h »), which the windows that contain it serve
  public record Period(
      LocalDate from, LocalDate until, Set<DayOfWeek> weekdays, LocalTime after, LocalTime before) {

    /// Keeps a copy.
    public Period {
      weekdays = Set.copyOf(weekdays);
    }

    /// One whole day.
    public static Period day(LocalDate day) {
      return days(day, day);
    }

    /// Whole days, both included.
    public static Period days(LocalDate from, LocalDate until) {
      return new Period(from, until, Set.of(), LocalTime.MIN, LocalTime.MAX);
    }

    /// The same days, only from one hour to the other.
    public Period between(LocalTime newAfter, LocalTime newBefore) {
      return new Period(from, until, weekdays, newAfter, newBefore);
    }

    /// The same, only on these weekdays.
    public Period on(Set<DayOfWeek> newWeekdays) {
      return new Period(from, until, newWeekdays, after, before);
    }

    /// Whether its days hold that day.
    public boolean hasDay(LocalDate day) {
      return !day.isBefore(from)
          && !day.isAfter(until)
          && (weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek()));
    }

    boolean holds(Slot slot) {
      return hasDay(slot.day()) && hasTimeOf(slot);
    }

    /// Whether its time of day suits the slot, whatever the day.
    boolean hasTimeOf(Slot slot) {
      if (after.equals(before)) {
        return !slot.from().isAfter(after) && slot.to().isAfter(after);
      }
      return !slot.from().isBefore(after) && !slot.to().isAfter(before);
    }

    boolean touches(Slot slot) {
      if (after.equals(before)) {
        return holds(slot);
      }
      return hasDay(slot.day()) && slot.from().isBefore(before) && slot.to().isAfter(after);
    }
  }
}
