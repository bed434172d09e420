package fr.duret.permanence.geo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Driving times from an OSRM server's `/table` service. Answers are cached by pair; when the
/// server fails, or knows no road, another source answers instead.
public final class OsrmTravelTimes implements TravelTimes {

  private static final Logger LOG = LoggerFactory.getLogger(OsrmTravelTimes.class);

  /// OSRM's own default limit of points in one table.
  private static final int MOST_POINTS = 100;

  private final URI base;
  private final TravelTimes otherwise;
  private final HttpJson http = new HttpJson();
  private final LruCache<Leg, Integer> cache = new LruCache<>(1_000_000);

  private record Leg(Point from, Point to) {}

  /// Times that a server knows.
  ///
  /// @param base the server, without `/table`
  /// @param otherwise who answers when the server fails
  public OsrmTravelTimes(URI base, TravelTimes otherwise) {
    this.base = base;
    this.otherwise = otherwise;
  }

  @Override
  public int seconds(Point from, Point to) {
    return from.equals(to) ? 0 : table(List.of(from, to))[1];
  }

  @Override
  public int[] table(List<Point> points) {
    if (points.size() <= MOST_POINTS && !allKnown(points)) {
      fetch(points);
    }
    return known(points);
  }

  /// The times at hand, those of the default where the server's are missing.
  private int[] known(List<Point> points) {
    int n = points.size();
    int[] table = new int[n * n];
    for (int i = 0; i < n * n; i++) {
      Point from = points.get(i / n);
      Point to = points.get(i % n);
      Optional<Integer> cached = cache.get(new Leg(from, to));
      table[i] = from.equals(to) ? 0 : cached.orElseGet(() -> otherwise.seconds(from, to));
    }
    return table;
  }

  private boolean allKnown(List<Point> points) {
    return points.stream()
        .allMatch(from ->
            points.stream()
                .allMatch(to -> from.equals(to) || cache.get(new Leg(from, to)).isPresent()));
  }

  private void fetch(List<Point> points) {
    String places =
        points.stream()
            .map(point -> String.format(Locale.ROOT, "%.5f,%.5f", point.lon(), point.lat()))
            .collect(Collectors.joining(";"));
    try {
      JsonNode answer =
          http.get(base.resolve("/table/v1/driving/" + places + "?annotations=duration"));
      remember(points, answer.path("durations"));
    } catch (IOException unreachable) {
      LOG.warn("road server does not answer ({}): distances stand in", unreachable.toString());
    }
  }

  private void remember(List<Point> points, JsonNode durations) {
    for (int from = 0; from < points.size(); from++) {
      for (int to = 0; to < points.size(); to++) {
        JsonNode seconds = durations.path(from).path(to);
        if (seconds.isNumber()) {
          cache.put(new Leg(points.get(from), points.get(to)), (int) Math.ceil(seconds.asDouble()));
        }
      }
    }
  }
}
