package fr.duret.permanence.understanding.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Writes and reads the canonical notation of meanings.
final class Notation {

  private static final String NONE = "none";
  private static final Wish ANYTHING = Wish.of(new AnyDay());

  private Notation() {}

  /// Items sorted, each once; `+*` beside an exclusion says nothing and is left out.
  static String write(When when) {
    Set<String> wanted = sorted("+", when.wanted());
    if (!when.excluded().isEmpty()) {
      wanted.remove("+" + ANYTHING);
    }
    List<String> items = new ArrayList<>(wanted);
    items.addAll(sorted("-", when.excluded()));
    items.addAll(sorted("", when.questions()));
    items.addAll(sorted("~", when.lengths()));
    return items.isEmpty() ? NONE : String.join(" ", items);
  }

  private static Set<String> sorted(String sign, List<?> items) {
    Set<String> texts = new TreeSet<>();
    items.forEach(item -> texts.add(sign + item));
    return texts;
  }

  static When parse(String notation) {
    List<Wish> wanted = new ArrayList<>();
    List<Wish> excluded = new ArrayList<>();
    List<Question> questions = new ArrayList<>();
    List<Length> lengths = new ArrayList<>();
    for (String item : notation.strip().split("\\s+", -1)) {
      if (item.equals(NONE)) {
        continue;
      }
      if (item.length() < 2) {
        throw wrong(item, null);
      }
      String body = item.substring(1);
      try {
        switch (item.charAt(0)) {
          case '+' -> wanted.add(wish(body));
          case '-' -> excluded.add(wish(body));
          case '!' -> questions.add(question(body));
          case '~' -> lengths.add(Length.parse(body));
          default -> throw wrong(item, null);
        }
      } catch (DateTimeParseException e) {
        throw wrong(item, e);
      }
    }
    return new When(wanted, excluded, questions, lengths);
  }

  private static IllegalArgumentException wrong(String item, @Nullable Exception cause) {
    return new IllegalArgumentException("not an item of the notation: '" + item + "'", cause);
  }

  private static Wish wish(String body) {
    // A weekday may hold a T itself (TUE, THU, SAT), so the search begins after its three letters.
    int t = body.indexOf('T', Math.min(body.length(), body.startsWith("*") ? 1 : 3));
    String days = t < 0 ? body : body.substring(0, t);
    return new Wish(days(days), t < 0 ? TimeRange.ANY : time(body.substring(t + 1)));
  }

  private static Days days(String text) {
    if (text.equals("*")) {
      return new AnyDay();
    }
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().startsWith(text) && text.length() == 3) {
        return new EveryWeekday(day);
      }
    }
    int dots = text.indexOf("..");
    if (dots < 0) {
      return DayRange.of(LocalDate.parse(text));
    }
    return new DayRange(day(text.substring(0, dots)), day(text.substring(dots + 2)));
  }

  private static @Nullable LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static TimeRange time(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return TimeRange.at(LocalTime.parse(text));
    }
    return new TimeRange(clock(text.substring(0, slash)), clock(text.substring(slash + 1)));
  }

  private static @Nullable LocalTime clock(String text) {
    return text.isEmpty() ? null : LocalTime.parse(text);
  }

  private static Question question(String body) {
    int colon = body.indexOf(':');
    String label = colon < 0 ? body : body.substring(0, colon);
    for (Question.Kind kind : Question.Kind.values()) {
      if (kind.label().equals(label)) {
        return Question.of(kind, colon < 0 ? null : LocalDate.parse(body.substring(colon + 1)));
      }
    }
    throw wrong("!" + body, null);
  }
}
