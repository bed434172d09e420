package fr.duret.permanence.planning;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/// One technician on one day.
///
/// @param technician who
/// @param start row of the place where the day begins (home or agency)
/// @param end row of the place where the day ends
/// @param skills what he can do
/// @param leave earliest departure from `start`, seconds since midnight
/// @param back latest return to `end`, seconds since midnight
/// @param halfDays when he works, in order; none if he is absent all day
/// @param blocked meetings, jobs and absences inside the working time, in order, not overlapping
public record Crew(
    String technician,
    int start,
    int end,
    Set<String> skills,
    int leave,
    int back,
    List<Window> halfDays,
    List<Blocked> blocked) {

  /// 8 h–12 h and 14 h–18 h.
  public static final List<Window> USUAL_HALF_DAYS =
      List.of(Window.hours(8, 12), Window.hours(14, 18));

  /// Half an hour: a round may leave so long before work begins, and be back so long after it ends.
  public static final int COMMUTE = 1800;

  /// Keeps copies.
  public Crew {
    skills = Set.copyOf(skills);
    halfDays = halfDays.stream().sorted().toList();
    blocked = blocked.stream().sorted((a, b) -> a.span().compareTo(b.span())).toList();
  }

  /// Time that is taken for something else than visits.
  ///
  /// @param span when
  /// @param site row of the place where he must be meanwhile; empty when he is free to stay at home
  public record Blocked(Window span, OptionalInt site) {}

  /// A technician who starts and ends at one place, with [#COMMUTE] around the half-days.
  public static Crew of(
      String technician,
      int base,
      Set<String> skills,
      List<Window> halfDays,
      List<Blocked> blocked) {
    List<Window> sorted = halfDays.stream().sorted().toList();
    int leave = sorted.isEmpty() ? 0 : sorted.getFirst().begin() - COMMUTE;
    int back = sorted.isEmpty() ? 0 : sorted.getLast().end() + COMMUTE;
    return new Crew(technician, base, base, skills, leave, back, sorted, blocked);
  }

  /// The half-day to which a promise belongs: the first that has time in common with it.
  public Optional<Window> halfDayOf(Window promised) {
    return halfDays.stream().filter(half -> half.overlaps(promised)).findFirst();
  }

  /// Whether he can do this work at all, on a day when he works.
  public boolean can(Work work) {
    return !halfDays.isEmpty() && skills.contains(work.skill());
  }
}
