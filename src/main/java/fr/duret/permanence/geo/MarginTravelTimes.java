package fr.duret.permanence.geo;

import java.util.Arrays;
import java.util.List;

/// Adds what maps do not know: traffic and the search for a place to park.
///
/// @param times the bare driving times
/// @param percent added to each drive
/// @param parkingSeconds added to each drive that goes anywhere
public record MarginTravelTimes(TravelTimes times, int percent, int parkingSeconds)
    implements TravelTimes {

  /// The usual margin: ten per cent and three minutes to park.
  public static MarginTravelTimes usual(TravelTimes times) {
    return new MarginTravelTimes(times, 10, 180);
  }

  @Override
  public int seconds(Point from, Point to) {
    return withMargin(times.seconds(from, to));
  }

  @Override
  public int[][] table(List<Point> from, List<Point> to) {
    int[][] table = times.table(from, to);
    for (int[] row : table) {
      Arrays.setAll(row, j -> withMargin(row[j]));
    }
    return table;
  }

  private int withMargin(int bare) {
    return bare == 0 ? 0 : bare + (bare * percent + 99) / 100 + parkingSeconds;
  }
}
