package fr.duret.permanence.load;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Durations that many threads measure.
public final class Times {

  private static final double MILLION = 1e6;

  private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

  /// Adds one.
  public void add(long took) {
    nanos.add(took);
  }

  /// Adds all of others.
  public void addAll(Times others) {
    nanos.addAll(others.nanos);
  }

  /// How many there are.
  public int count() {
    return nanos.size();
  }

  /// What so many percent of them do not exceed, in milliseconds; 0 if there are none.
  public double percentile(double percent) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
    int last = sorted.length - 1;
    return last < 0 ? 0 : sorted[(int) Math.min(last, sorted.length * percent / 100)] / MILLION;
  }

  /// The middle of some figures.
  public static double median(double... figures) {
    double[] sorted = figures.clone();
    Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /// `p50 3.1 ms, p99 12.0 ms`.
  @Override
  public String toString() {
    return String.format("p50 %6.1f ms   p99 %6.1f ms", percentile(50), percentile(99));
  }
}
