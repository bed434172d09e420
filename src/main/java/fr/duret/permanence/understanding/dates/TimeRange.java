package fr.duret.permanence.understanding.dates;

import java.time.Duration;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/// A stretch of the day. A missing bound is open; equal bounds are a moment (« à 10h »). Written
/// `10:00`, `08:00/12:00`, `10:00/`, `/10:00`, and nothing at all for [#ANY].
public record TimeRange(@Nullable LocalTime from, @Nullable LocalTime to) {

  /// Any time of the day.
  public static final TimeRange ANY = new TimeRange(null, null);

  /// Refuses a stretch that ends before it begins.
  public TimeRange {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException(
          "a stretch of time ends before it begins: " + from + "/" + to);
    }
  }

  /// At that moment.
  public static TimeRange at(LocalTime time) {
    return new TimeRange(time, time);
  }

  /// Between the two.
  public static TimeRange between(LocalTime from, LocalTime to) {
    return new TimeRange(from, to);
  }

  /// Not before that moment.
  public static TimeRange from(LocalTime time) {
    return new TimeRange(time, null);
  }

  /// Not after that moment.
  public static TimeRange until(LocalTime time) {
    return new TimeRange(null, time);
  }

  /// Whether nothing is said about the time.
  public boolean isAny() {
    return from == null && to == null;
  }

  /// Whether it is one moment.
  public boolean isMoment() {
    return from != null && from.equals(to);
  }

  /// Whether a window of arrival suits this wish. A moment must lie in the window (its end not
  /// included); an open bound is strict (who is home from 10 h is not home at 9); of a closed
  /// stretch the window must cover half, or half the window must lie in it, so that « entre 9h et
  /// 11h » finds the windows 8–10 and 10–12.
  public boolean suits(LocalTime start, LocalTime end) {
    if (from != null && to != null) {
      return isMoment() ? holds(from, start, end) : overlapsByHalf(from, to, start, end);
    }
    return (from == null || !start.isBefore(from)) && (to == null || !end.isAfter(to));
  }

  /// Whether any part of the window touches this stretch (for exclusions).
  public boolean touches(LocalTime start, LocalTime end) {
    if (isMoment() && from != null) {
      return holds(from, start, end);
    }
    return (from == null || end.isAfter(from)) && (to == null || start.isBefore(to));
  }

  private static boolean holds(LocalTime moment, LocalTime start, LocalTime end) {
    return !moment.isBefore(start) && moment.isBefore(end);
  }

  private static boolean overlapsByHalf(
      LocalTime from, LocalTime to, LocalTime start, LocalTime end) {
    LocalTime begins = from.isAfter(start) ? from : start;
    LocalTime ends = to.isBefore(end) ? to : end;
    long shorter = Math.min(minutes(from, to), minutes(start, end));
    long common = minutes(begins, ends);
    return common > 0 && 2 * common >= shorter;
  }

  private static long minutes(LocalTime from, LocalTime to) {
    return Duration.between(from, to).toMinutes();
  }

  @Override
  public String toString() {
    if (isAny()) {
      return "";
    }
    return isMoment() ? bound(from) : bound(from) + "/" + bound(to);
  }

  private static String bound(@Nullable LocalTime time) {
    return time == null ? "" : time.toString();
  }
}
