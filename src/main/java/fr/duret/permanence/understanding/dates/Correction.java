package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Merges a correction into an earlier wish; see [When#correcting].
final class Correction {

  private Correction() {}

  static When of(When earlier, When now) {
    return new When(
        wanted(earlier.wanted(), now.wanted()),
        excluded(earlier.excluded(), now),
        now.questions(),
        now.lengths());
  }

  private static List<Wish> wanted(List<Wish> before, List<Wish> now) {
    if (now.isEmpty() || before.isEmpty()) {
      return now.isEmpty() ? before : now;
    }
    if (now.stream().allMatch(Wish::isTimeOnly)) {
      return join(before.stream().map(Wish::days).toList(), times(now));
    }
    if (now.stream().allMatch(wish -> wish.time().isAny()) && times(before).size() == 1) {
      return join(now.stream().map(Wish::days).toList(), times(before));
    }
    return now;
  }

  private static List<TimeRange> times(List<Wish> wishes) {
    return wishes.stream().map(Wish::time).distinct().toList();
  }

  private static List<Wish> join(List<Days> days, List<TimeRange> times) {
    List<Wish> joined = new ArrayList<>();
    for (Days day : days.stream().distinct().toList()) {
      times.forEach(time -> joined.add(new Wish(day, time)));
    }
    return joined;
  }

  private static List<Wish> excluded(List<Wish> before, When now) {
    Set<Wish> kept = new LinkedHashSet<>(before);
    kept.removeIf(old -> now.wanted().stream().anyMatch(wish -> lifts(wish, old)));
    kept.addAll(now.excluded());
    return List.copyOf(kept);
  }

  /// « finalement jeudi » lifts « pas jeudi »: the wish's only day is one of those excluded at any
  /// time, or its time is the one excluded.
  private static boolean lifts(Wish wish, Wish old) {
    if (wish.equals(old)) {
      return true;
    }
    return old.time().isAny()
        && wish.days() instanceof DayRange range
        && range.isOneDay()
        && range.from() != null
        && old.days().contains(range.from());
  }
}
