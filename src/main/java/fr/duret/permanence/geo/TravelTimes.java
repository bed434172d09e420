package fr.duret.permanence.geo;

import java.util.List;

/// How long it takes to drive; a port.
public interface TravelTimes {

  /// Driving time in whole seconds; zero between a point and itself.
  int seconds(Point from, Point to);

  /// Driving times among all points: `table[from * n + to]`, in seconds.
  default int[] table(List<Point> points) {
    int n = points.size();
    int[] table = new int[n * n];
    for (int from = 0; from < n; from++) {
      for (int to = 0; to < n; to++) {
        table[from * n + to] = from == to ? 0 : seconds(points.get(from), points.get(to));
      }
    }
    return table;
  }
}
