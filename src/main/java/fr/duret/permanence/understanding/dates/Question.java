package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something that must be asked, because taking it as said would be a guess. Written
/// `!weekday-mismatch:2026-11-26`.
///
/// @param day the day that the numbers say (the 26th), or null if there is no such day
/// @param either the meanings between which the client should choose, most likely first; may be
///   empty; not part of the notation
public record Question(Kind kind, @Nullable LocalDate day, List<Wish> either) {

  /// Why the question must be asked.
  public enum Kind {
    /// 31 November, 29 February 2027.
    NO_SUCH_DATE,
    /// 25 o'clock, 2:30 in the night when the clocks go forward.
    NO_SUCH_TIME,
    /// « mardi 26 novembre » in a year when it is a Thursday.
    WEEKDAY_MISMATCH,
    /// The day has gone: a slip, or a tale of what has happened.
    PAST;

    /// The name in the notation: `no-such-date`.
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// Copies the list.
  public Question {
    either = List.copyOf(either);
  }

  /// Without proposals.
  public static Question of(Kind kind, @Nullable LocalDate day) {
    return new Question(kind, day, List.of());
  }

  @Override
  public String toString() {
    return "!" + kind.label() + (day == null ? "" : ":" + day);
  }
}
