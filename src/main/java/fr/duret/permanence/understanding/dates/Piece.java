package fr.duret.permanence.understanding.dates;

import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one rule understood: a part of the message's meaning, before the parts are joined.
sealed interface Piece {

  /// Days, alternatives of each other.
  record Day(List<DayTerm> terms) implements Piece {

    static Day of(DayTerm term) {
      return new Day(List.of(term));
    }
  }

  /// A stretch of the day.
  ///
  /// @param kind how it was said
  /// @param side for a bound, the side; the moment is then the stretch's only bound
  record Time(TimeRange range, How kind, @Nullable Side side) implements Piece {

    private static final LocalTime NIGHT = LocalTime.of(22, 0);

    enum How {
      PART,
      CLOCK,
      RANGE,
      BOUND
    }

    static Time part(TimeRange range) {
      return new Time(range, How.PART, null);
    }

    static Time clock(LocalTime time) {
      return new Time(TimeRange.at(time), How.CLOCK, null);
    }

    static Time range(TimeRange range) {
      return new Time(range, How.RANGE, null);
    }

    static Time bound(Side side, LocalTime time) {
      TimeRange range = side.opensForward() ? TimeRange.from(time) : TimeRange.until(time);
      return new Time(range, How.BOUND, side);
    }

    /// Whether it is the night, as a part of the day.
    boolean isNight() {
      return kind == How.PART && NIGHT.equals(range.from());
    }

    /// What is left when this bound is denied.
    Time opposite() {
      LocalTime moment = range.from() == null ? range.to() : range.from();
      return side == null || moment == null ? this : bound(side.opposite(), moment);
    }
  }

  /// A length of time that is no date.
  record Lasting(Length length) implements Piece {}

  /// Something that must be asked.
  record Doubt(Question question) implements Piece {}

  /// A word that joins, denies or ends.
  record Link(Join join) implements Piece {}

  /// Words that say nothing about time.
  record Gap() implements Piece {}
}
