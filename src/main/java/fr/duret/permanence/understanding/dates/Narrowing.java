package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Joins wishes of different parts of a message that would say nothing apart: « le matin …, semaine
/// du 7 » are the mornings of that week, « après le 14 mais avant le 20 » are the days between.
final class Narrowing {

  private Narrowing() {}

  static Set<Wish> of(Set<Wish> wanted) {
    return timed(bounded(wanted));
  }

  /// One time of the day for any day, and days of which no time was said.
  private static Set<Wish> timed(Set<Wish> wanted) {
    List<Wish> times = wanted.stream().filter(Wish::isTimeOnly).toList();
    List<Wish> days = wanted.stream().filter(wish -> !wish.isTimeOnly()).toList();
    boolean apart =
        times.size() == 1
            && !days.isEmpty()
            && days.stream().allMatch(day -> day.time().isAny() && !(day.days() instanceof AnyDay));
    return apart
        ? days.stream()
            .map(day -> new Wish(day.days(), times.getFirst().time()))
            .collect(Collectors.toCollection(LinkedHashSet::new))
        : wanted;
  }

  /// A first day and a last one, each open at its other end: together as alternatives they would be
  /// any day.
  private static Set<Wish> bounded(Set<Wish> wanted) {
    if (wanted.size() != 2) {
      return wanted;
    }
    List<Wish> both = List.copyOf(wanted);
    Wish between = between(both.get(0), both.get(1));
    Wish found = between == null ? between(both.get(1), both.get(0)) : between;
    return found == null ? wanted : Set.of(found);
  }

  private static @Nullable Wish between(Wish first, Wish last) {
    if (first.days() instanceof DayRange(LocalDate from, var noEnd)
        && last.days() instanceof DayRange(var noBeginning, LocalDate to)
        && noEnd == null
        && noBeginning == null
        && !to.isBefore(from)
        && (last.time().isAny() || first.time().isAny() || first.time().equals(last.time()))) {
      return new Wish(DayRange.of(from, to), first.time().isAny() ? last.time() : first.time());
    }
    return null;
  }
}
