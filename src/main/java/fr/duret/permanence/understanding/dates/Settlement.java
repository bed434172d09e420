package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns groups into the meaning: terms become days, references count only where nothing else is
/// wanted, tales are asked about only where nothing is wished.
final class Settlement {

  private static final int WEEKDAYS_SPELT_OUT = 45;
  private static final int LEAST_OF_A_YEAR = 300;

  private final Resolver resolver;
  private final List<Group> groups;
  private final Set<Wish> wanted = new LinkedHashSet<>();
  private final Set<Wish> excluded = new LinkedHashSet<>();
  private final Set<Question> questions = new LinkedHashSet<>();
  private final Set<Question> tales = new LinkedHashSet<>();

  Settlement(Line line, List<Group> groups) {
    this.resolver = new Resolver(line);
    this.groups = groups;
  }

  When when(List<Marking.Marked> marked) {
    shareContext();
    Group reference = reference();
    for (Group group : groups) {
      if (group.polarity == Polarity.EXCLUDED) {
        excluded.addAll(wishes(group, group.days));
      } else if (group.polarity == Polarity.WANTED) {
        boolean moved = group.isTimeOnly() && reference != null;
        wanted.addAll(wishes(group, moved && reference != null ? reference.days : group.days));
      }
    }
    if (wanted.isEmpty() && questions.isEmpty() && reference != null && excluded.isEmpty()) {
      wanted.addAll(wishes(reference, reference.days));
    }
    dropAnything();
    if (excluded.stream().noneMatch(Wish::isTimeOnly)) {
      wanted.removeIf(wish -> excluded.contains(wish) || excluded.contains(Wish.of(wish.days())));
    }
    excluded.remove(Wish.of(new AnyDay()));
    if (wanted.size() > 1) {
      wanted.removeIf(Settlement::isYear);
    }
    if (!questions.isEmpty()) {
      // « le 28 mai à votre convenance », said on the 31st
      wanted.remove(Wish.of(new AnyDay()));
    }
    questions.addAll(wanted.isEmpty() && excluded.isEmpty() ? tales : Set.of());
    marked.forEach(this::addDoubt);
    return new When(
        List.copyOf(Narrowing.of(wanted)),
        List.copyOf(excluded),
        List.copyOf(questions),
        lengths(marked));
  }

  /// « le 24 décembre ou le 23 »: a bare number takes the month said before it, if that day is
  /// still to come; « le mardi et vendredi »: the article counts for both.
  private void shareContext() {
    DayTerm.Numbered dated = null;
    for (Group group : groups) {
      for (int i = 0; i < group.days.size(); i++) {
        if (i > 0
            && group.days.get(i) instanceof DayTerm.Named named
            && isEvery(group.days.get(i - 1))) {
          group.days.set(i, DayTerm.Fixed.of(new EveryWeekday(named.weekday())));
        }
        if (group.days.get(i) instanceof DayTerm.Between(var from, DayTerm.Numbered end)
            && end.month() > 0) {
          dated = end;
        }
        if (group.days.get(i) instanceof DayTerm.Numbered day) {
          DayTerm.Numbered shared = dated == null || day.month() > 0 ? day : inMonth(day, dated);
          group.days.set(i, shared);
          dated = shared.month() > 0 ? shared : dated;
        }
      }
    }
  }

  private static boolean isEvery(DayTerm term) {
    return term instanceof DayTerm.Fixed fixed && fixed.days() instanceof EveryWeekday;
  }

  private DayTerm.Numbered inMonth(DayTerm.Numbered day, DayTerm.Numbered dated) {
    DayTerm.Numbered shared =
        new DayTerm.Numbered(day.weekday(), day.day(), dated.month(), dated.year());
    LocalDate date = resolver.date(shared);
    LocalDate before =
        resolver.date(new DayTerm.Numbered(null, dated.day(), dated.month(), dated.year()));
    boolean same = date != null && before != null && date.getYear() == before.getYear();
    return same ? shared : day;
  }

  private @Nullable Group reference() {
    return groups.stream()
        .filter(group -> group.polarity == Polarity.REFERENCE)
        .findFirst()
        .orElse(null);
  }

  private void addDoubt(Marking.Marked mark) {
    if (mark.piece() instanceof Piece.Doubt(Question question)) {
      questions.add(question);
    }
  }

  /// « Mardi 29 février (il existe cette année) »: whoever names a day means no year.
  private static boolean isYear(Wish wish) {
    return wish.time().isAny()
        && wish.days() instanceof DayRange range
        && range.from() != null
        && range.to() != null
        && range.from().plusDays(LEAST_OF_A_YEAR).isBefore(range.to());
  }

  private static List<Length> lengths(List<Marking.Marked> marked) {
    return marked.stream()
        .map(Marking.Marked::piece)
        .filter(Piece.Lasting.class::isInstance)
        .map(piece -> ((Piece.Lasting) piece).length())
        .distinct()
        .toList();
  }

  /// « n'importe quand, plutôt mardi » is Tuesday.
  private void dropAnything() {
    Wish anything = Wish.of(new AnyDay());
    if (wanted.size() > 1) {
      wanted.remove(anything);
    }
  }

  private List<Wish> wishes(Group group, List<DayTerm> terms) {
    List<Days> days = days(group, terms);
    List<Wish> wishes = new ArrayList<>();
    for (Days day : days) {
      for (TimeRange time : group.ranges()) {
        wishes.add(new Wish(day, time));
      }
    }
    return wishes;
  }

  private List<Days> days(Group group, List<DayTerm> terms) {
    if (terms.isEmpty()) {
      return group.times.isEmpty() ? List.of() : List.of(new AnyDay());
    }
    DayRange period = group.alternatives ? null : period(terms);
    LocalDate monday = sharedWeek(terms);
    List<Days> days = new ArrayList<>();
    for (DayTerm term : terms) {
      boolean weekday = term instanceof DayTerm.Named;
      if (period != null && group.polarity == Polarity.WANTED) {
        List<Days> inside = narrowed(term, period);
        days.addAll(inside);
        if (inside.isEmpty() && term instanceof DayTerm.Numbered) {
          // « on tourne la page de septembre, va pour lundi 5 »
          settle(term, group, days);
        }
      } else if (monday != null && weekday && group.polarity == Polarity.WANTED) {
        days.add(DayRange.of(new DayTerm.InWeek(monday, ((DayTerm.Named) term).weekday()).day()));
      } else {
        settle(term, group, days);
      }
    }
    return group.alternatives ? days.stream().distinct().toList() : joined(innermost(days));
  }

  /// « en décembre, plutôt en début de mois » is the beginning of December.
  private static List<Days> innermost(List<Days> days) {
    return days.stream()
        .distinct()
        .filter(outer -> days.stream().noneMatch(inner -> isInside(inner, outer)))
        .toList();
  }

  /// « fin janvier début février » is one stretch.
  private static List<Days> joined(List<Days> days) {
    List<Days> joined = new ArrayList<>();
    for (Days next : days) {
      DayRange both = joined.isEmpty() ? null : joined(joined.getLast(), next);
      if (both == null) {
        joined.add(next);
      } else {
        joined.set(joined.size() - 1, both);
      }
    }
    return joined;
  }

  private static @Nullable DayRange joined(Days one, Days next) {
    return one instanceof DayRange before
            && next instanceof DayRange after
            && !before.isOneDay()
            && !after.isOneDay()
            && before.from() != null
            && before.to() != null
            && after.to() != null
            && before.to().plusDays(1).equals(after.from())
        ? DayRange.of(before.from(), after.to())
        : null;
  }

  private static boolean isInside(Days inner, Days outer) {
    return inner instanceof DayRange in
        && outer instanceof DayRange out
        && !in.equals(out)
        && in.from() != null
        && in.to() != null
        && out.contains(in.from())
        && out.contains(in.to());
  }

  private void settle(DayTerm term, Group group, List<Days> days) {
    boolean exclusion = group.polarity == Polarity.EXCLUDED;
    Resolver.Outcome outcome = exclusion ? resolver.resolveExcluded(term) : resolver.resolve(term);
    if (outcome.days() != null) {
      days.add(outcome.days());
    }
    if (outcome.question() != null) {
      boolean tale = term instanceof DayTerm.Fixed;
      (tale ? tales : questions).add(outcome.question());
    }
  }

  /// The one calendar period among terms that all may narrow it, or null.
  private static @Nullable DayRange period(List<DayTerm> terms) {
    List<DayRange> periods =
        terms.stream().map(Settlement::asPeriod).filter(range -> range != null).toList();
    boolean narrows =
        terms.size() > 1
            && periods.size() == 1
            && terms.stream().allMatch(term -> asPeriod(term) != null || mayNarrow(term));
    return narrows ? periods.getFirst() : null;
  }

  private static @Nullable DayRange asPeriod(DayTerm term) {
    return term instanceof DayTerm.Fixed fixed
            && fixed.period()
            && fixed.days() instanceof DayRange range
        ? range
        : null;
  }

  private static boolean mayNarrow(DayTerm term) {
    return switch (term) {
      case DayTerm.Named named -> true;
      case DayTerm.Fixed fixed -> fixed.days() instanceof EveryWeekday;
      case DayTerm.Numbered numbered -> numbered.month() == 0;
      case DayTerm.Bounded bounded -> true;
      case DayTerm.Between between -> false;
      case DayTerm.Impossible impossible -> false;
      case DayTerm.InWeek inWeek -> false;
    };
  }

  private List<Days> narrowed(DayTerm term, DayRange period) {
    LocalDate from = period.from();
    LocalDate to = period.to();
    if (asPeriod(term) != null || from == null || to == null) {
      return List.of();
    }
    return switch (term) {
      case DayTerm.Named named -> each(new EveryWeekday(named.weekday()), from, to);
      case DayTerm.Fixed fixed -> each(fixed.days(), from, to);
      case DayTerm.Numbered numbered ->
          from.datesUntil(to.plusDays(1))
              .filter(day -> day.getDayOfMonth() == numbered.day())
              .filter(day -> numbered.weekday() == null || numbered.weekday() == day.getDayOfWeek())
              .<Days>map(DayRange::of)
              .toList();
      default -> common(term, from, to);
    };
  }

  private static List<Days> each(Days days, LocalDate from, LocalDate to) {
    LocalDate last =
        from.plusDays(WEEKDAYS_SPELT_OUT).isBefore(to) ? from.plusDays(WEEKDAYS_SPELT_OUT) : to;
    return from.datesUntil(last.plusDays(1))
        .filter(days::contains)
        .<Days>map(DayRange::of)
        .toList();
  }

  /// « la semaine prochaine à partir de mercredi ».
  private List<Days> common(DayTerm term, LocalDate from, LocalDate to) {
    DayTerm inside =
        term instanceof DayTerm.Bounded(Side side, DayTerm.Named named)
            ? new DayTerm.Bounded(
                side, new DayTerm.InWeek(WeekTerm.mondayOf(from), named.weekday()))
            : term;
    if (!(resolver.resolve(inside).days() instanceof DayRange range)) {
      return List.of();
    }
    LocalDate start = range.from() == null || range.from().isBefore(from) ? from : range.from();
    LocalDate end = range.to() == null || range.to().isAfter(to) ? to : range.to();
    return end.isBefore(start) ? List.of(range) : List.of(DayRange.of(start, end));
  }

  /// « mardi ou jeudi de la semaine prochaine »: both are of that week.
  private static @Nullable LocalDate sharedWeek(List<DayTerm> terms) {
    for (DayTerm term : terms) {
      if (term instanceof DayTerm.InWeek(LocalDate monday, var weekday) && weekday != null) {
        return monday;
      }
    }
    return null;
  }
}
