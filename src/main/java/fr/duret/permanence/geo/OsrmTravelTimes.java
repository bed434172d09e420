package fr.duret.permanence.geo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Driving times from an OSRM server's `/table` service, many in one call. Answers are cached by
/// pair; when the server fails, or knows no road, another source answers instead.
public final class OsrmTravelTimes implements TravelTimes {

  private static final Logger LOG = LoggerFactory.getLogger(OsrmTravelTimes.class);

  /// OSRM's own default limit of points in one call (`--max-table-size`).
  private static final int MOST_POINTS = 100;

  /// A server that failed is left alone for so long: a turn cannot wait for each of its pairs.
  private static final Duration REST = Duration.ofSeconds(30);

  private final URI base;
  private final TravelTimes otherwise;
  private final LongSupplier nanos;
  private final HttpJson http = new HttpJson();
  private final LruCache<Leg, Integer> cache = new LruCache<>(1_000_000);
  private volatile Optional<Long> failedAt = Optional.empty();

  private record Leg(Point from, Point to) {}

  /// Times that a server knows.
  ///
  /// @param base the server, without `/table`
  /// @param otherwise who answers when the server fails
  /// @param nanos the machine's monotonic clock
  public OsrmTravelTimes(URI base, TravelTimes otherwise, LongSupplier nanos) {
    this.base = base;
    this.otherwise = otherwise;
    this.nanos = nanos;
  }

  @Override
  public int seconds(Point from, Point to) {
    return table(List.of(from), List.of(to))[0][0];
  }

  @Override
  public int[][] table(List<Point> from, List<Point> to) {
    int sources = Math.min(from.size(), MOST_POINTS / 2);
    for (List<Point> some : parts(from, sources)) {
      for (List<Point> others : parts(to, MOST_POINTS - sources)) {
        if (!resting() && !allKnown(some, others)) {
          fetch(some, others);
        }
      }
    }
    return known(from, to);
  }

  private static List<List<Point>> parts(List<Point> points, int size) {
    return IntStream.iterate(0, start -> start < points.size(), start -> start + size)
        .mapToObj(start -> points.subList(start, Math.min(start + size, points.size())))
        .toList();
  }

  /// The times at hand, those of the default where the server's are missing.
  private int[][] known(List<Point> from, List<Point> to) {
    return from.stream()
        .map(start -> to.stream().mapToInt(end -> known(start, end)).toArray())
        .toArray(int[][]::new);
  }

  private int known(Point from, Point to) {
    return from.equals(to)
        ? 0
        : cache.get(new Leg(from, to)).orElseGet(() -> otherwise.seconds(from, to));
  }

  private boolean allKnown(List<Point> from, List<Point> to) {
    return from.stream()
        .allMatch(start ->
            to.stream()
                .allMatch(end -> start.equals(end) || cache.get(new Leg(start, end)).isPresent()));
  }

  private boolean resting() {
    return failedAt.filter(failure -> nanos.getAsLong() - failure < REST.toNanos()).isPresent();
  }

  private void fetch(List<Point> from, List<Point> to) {
    String places =
        Stream.concat(from.stream(), to.stream())
            .map(point -> String.format(Locale.ROOT, "%.5f,%.5f", point.lon(), point.lat()))
            .collect(Collectors.joining(";"));
    String query =
        "?annotations=duration&sources="
            + numbers(0, from.size())
            + "&destinations="
            + numbers(from.size(), to.size());
    try {
      JsonNode answer = http.get(base.resolve("/table/v1/driving/" + places + query));
      remember(from, to, answer.path("durations"));
    } catch (IOException unreachable) {
      failedAt = Optional.of(nanos.getAsLong());
      LOG.warn("road server does not answer ({}): distances stand in", unreachable.toString());
    }
  }

  private static String numbers(int first, int count) {
    return IntStream.range(first, first + count)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(";"));
  }

  private void remember(List<Point> from, List<Point> to, JsonNode durations) {
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        JsonNode seconds = durations.path(i).path(j);
        if (seconds.isNumber()) {
          cache.put(new Leg(from.get(i), to.get(j)), (int) Math.ceil(seconds.asDouble()));
        }
      }
    }
  }
}
