package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Joins marked expressions into groups: « mardi ou mercredi matin » is one group, « mardi aprem ou
/// mercredi matin » two.
final class Grouping {

  private final List<Marking.Marked> marked;
  private final List<Group> groups = new ArrayList<>();

  /// What stood between the last expression of time and this one.
  private final Set<Join> between = EnumSet.noneOf(Join.class);

  Grouping(List<Marking.Marked> marked) {
    this.marked = marked;
  }

  List<Group> groups() {
    for (int i = 0; i < marked.size(); i++) {
      Marking.Marked mark = marked.get(i);
      switch (mark.piece()) {
        case Piece.Day day -> {
          addDays(day, mark.polarity(), i);
          between.clear();
        }
        case Piece.Time time -> {
          addTime(time, mark.polarity(), i);
          between.clear();
        }
        case Piece.Link(Join join) -> between.add(join);
        case Piece.Lasting lasting -> {}
        case Piece.Doubt doubt -> {}
        case Piece.Gap gap -> {}
      }
    }
    return groups;
  }

  private @Nullable Group last(Polarity polarity) {
    return groups.isEmpty() || groups.getLast().polarity != polarity ? null : groups.getLast();
  }

  private Group open(Polarity polarity) {
    Group group = new Group(polarity);
    groups.add(group);
    return group;
  }

  /// « Jamais le mercredi, et jamais le lundi matin »: a denial said again begins anew.
  private boolean deniesAgain(Polarity polarity) {
    boolean denial = between.contains(Join.NOT) || between.contains(Join.UNAVAILABLE);
    return denial && polarity == Polarity.EXCLUDED && between.contains(Join.COMMA);
  }

  private boolean isListed() {
    return between.contains(Join.OR) || between.contains(Join.AND) || between.contains(Join.COMMA);
  }

  private boolean isCommaOnly() {
    return between.contains(Join.COMMA)
        && !between.contains(Join.OR)
        && !between.contains(Join.AND);
  }

  private void addDays(Piece.Day day, Polarity polarity, int i) {
    Group group = last(polarity);
    if (group != null
        && group.days.size() > 1
        && isTimeSoon(i)
        && group.days.containsAll(day.terms())) {
      // « le 17 ou le 18, mais le 18 avant 10h »: the time is for that day alone.
      group.days.removeAll(day.terms());
      open(polarity).days.addAll(day.terms());
      return;
    }
    boolean joins = group != null && joins(group, i);
    boolean again = between.contains(Join.EXCEPT) || deniesAgain(polarity);
    Group target = group != null && joins && !again ? group : open(polarity);
    target.days.removeIf(Group::isAnyDay);
    if (target.isTimeOnly()) {
      target.timeFirst = true;
    }
    target.alternatives |= between.contains(Join.OR) && isPeriodBeside(target, day);
    target.lastByComma = !target.days.isEmpty() && isCommaOnly();
    target.days.addAll(day.terms());
  }

  /// « mardi ou la semaine prochaine »: the week is not narrowed by the day.
  private static boolean isPeriodBeside(Group group, Piece.Day day) {
    return !group.days.isEmpty()
        && (isStretch(group.days.getLast()) || isStretch(day.terms().getFirst()));
  }

  private static boolean isStretch(DayTerm term) {
    return Group.isPeriod(term) || term instanceof DayTerm.Bounded;
  }

  private boolean joins(Group group, int i) {
    if (group.isTimeOnly() || group.days.stream().allMatch(Group::isAnyDay)) {
      return !between.contains(Join.OR) && !between.contains(Join.AND);
    }
    if (group.isDaysOnly()) {
      return !between.contains(Join.BREAK) || group.hasPeriod();
    }
    return group.timeFirst && isListed() && !isTime(i + 1);
  }

  private boolean isTime(int i) {
    return i < marked.size() && marked.get(i).piece() instanceof Piece.Time;
  }

  /// Whether a time follows before any other day.
  private boolean isTimeSoon(int i) {
    for (int k = i + 1; k < marked.size(); k++) {
      if (isTime(k) || isDay(k)) {
        return isTime(k);
      }
    }
    return false;
  }

  private boolean isDay(int i) {
    return i < marked.size() && marked.get(i).piece() instanceof Piece.Day;
  }

  private void addTime(Piece.Time time, Polarity polarity, int i) {
    Group group = last(polarity);
    boolean begins = group != null && group.timeFirst && isListed() && isDay(i + 1);
    if (group == null) {
      group = polarity == Polarity.WANTED && !between.contains(Join.OR) ? untimed() : null;
    }
    if (group == null || begins || (deniesAgain(polarity) && !group.days.isEmpty())) {
      open(polarity).times.add(time);
    } else if (group.times.isEmpty()) {
      boolean lastOnly = group.lastByComma && between.isEmpty() && !group.hasPeriod();
      Group target = lastOnly ? open(polarity) : group;
      if (lastOnly) {
        target.days.add(group.days.removeLast());
      }
      target.times.add(time);
    } else {
      boolean list = between.contains(Join.OR) || between.contains(Join.AND);
      Times.join(group.times, time, between.contains(Join.OR), isListed(), list);
    }
  }

  /// The last wanted days without a time, even if something else was excluded since.
  private @Nullable Group untimed() {
    for (int i = groups.size() - 1; i >= 0; i--) {
      if (groups.get(i).polarity == Polarity.WANTED) {
        return groups.get(i).isDaysOnly() ? groups.get(i) : null;
      }
    }
    return null;
  }
}
