package fr.duret.permanence.geo;

import java.util.List;

/// How long it takes to drive; a port.
public interface TravelTimes {

  /// Driving time in whole seconds; zero between a point and itself.
  int seconds(Point from, Point to);

  /// Driving times from each of some points to each of others, `table[i][j]` seconds from the i-th
  /// of `from` to the j-th of `to`. A source that must be asked over a network is asked for many at
  /// once: use this wherever more than one pair is wanted.
  default int[][] table(List<Point> from, List<Point> to) {
    int[][] table = new int[from.size()][to.size()];
    for (int i = 0; i < from.size(); i++) {
      for (int j = 0; j < to.size(); j++) {
        table[i][j] = seconds(from.get(i), to.get(j));
      }
    }
    return table;
  }
}
