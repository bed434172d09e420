package fr.duret.permanence.planning;

import java.time.LocalTime;

/// A stretch of a day: a promised window, a half-day, a meeting.
///
/// A promised window lies in one half-day: the technician arrives inside it, both ends included,
/// and the work ends before that half-day does.
///
/// @param begin seconds since midnight
/// @param end seconds since midnight, not before `begin`
public record Window(int begin, int end) implements Comparable<Window> {

  private static final int NOON = 12 * 3600;
  private static final int MIDNIGHT = 24 * 3600;

  /// Checks the order of the two ends.
  public Window {
    if (begin < 0 || end < begin || end > MIDNIGHT) {
      throw new IllegalArgumentException("not a stretch of a day: " + begin + ".." + end);
    }
  }

  /// From one time of day to another.
  public static Window of(LocalTime begin, LocalTime end) {
    return new Window(begin.toSecondOfDay(), end.toSecondOfDay());
  }

  /// From one full hour to another.
  public static Window hours(int begin, int end) {
    return new Window(begin * 3600, end * 3600);
  }

  /// Length in seconds.
  public int length() {
    return end - begin;
  }

  /// Whether it begins before noon.
  public boolean inTheMorning() {
    return begin < NOON;
  }

  /// Whether both have more than an end in common.
  public boolean overlaps(Window other) {
    return begin < other.end && other.begin < end;
  }

  /// Orders by beginning, then by end.
  @Override
  public int compareTo(Window other) {
    return begin != other.begin
        ? Integer.compare(begin, other.begin)
        : Integer.compare(end, other.end);
  }
}
