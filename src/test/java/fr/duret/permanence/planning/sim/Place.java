package fr.duret.permanence.planning.sim;

import java.util.List;

/// A point on the map, with driving times: great circle x 1.35 at 30 km/h (3 km or less) to 50 km/h
/// (15 km or more). A line that crosses the lake of Annecy is driven round it: from Saint-Jorioz to
/// Talloires it is 4 km for a bird, 25 by road.
///
/// @param lat degrees north
/// @param lon degrees east
record Place(double lat, double lon) {

  static final Place DEPOT = new Place(45.883, 6.088);

  private static final List<Place> LAKE =
      List.of(
          new Place(45.897, 6.140),
          new Place(45.868, 6.165),
          new Place(45.848, 6.190),
          new Place(45.834, 6.2105),
          new Place(45.806, 6.219),
          new Place(45.790, 6.222));
  private static final Place NORTH_END = new Place(45.903, 6.138);
  private static final Place SOUTH_END = new Place(45.783, 6.221);

  /// Driving time, no margin.
  int seconds(Place to) {
    if (crossesLake(to)) {
      return Math.min(
          direct(NORTH_END) + NORTH_END.direct(to), direct(SOUTH_END) + SOUTH_END.direct(to));
    }
    return direct(to);
  }

  private int direct(Place to) {
    double km = 1.35 * kilometres(to);
    double kmh = 30 + 20 * Math.clamp((km - 3) / 12, 0, 1);
    return (int) Math.ceil(km / kmh * 3600);
  }

  private double kilometres(Place to) {
    double lats = Math.toRadians(to.lat - lat);
    double lons = Math.toRadians(to.lon - lon);
    double h =
        Math.pow(Math.sin(lats / 2), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(to.lat))
                * Math.pow(Math.sin(lons / 2), 2);
    return 2 * 6371 * Math.asin(Math.sqrt(h));
  }

  private boolean crossesLake(Place to) {
    for (int i = 0; i + 1 < LAKE.size(); i++) {
      Place shore = LAKE.get(i);
      Place next = LAKE.get(i + 1);
      if (left(to, shore) != left(to, next) && shore.left(next, this) != shore.left(next, to)) {
        return true;
      }
    }
    return false;
  }

  private boolean left(Place to, Place point) {
    return (to.lat - lat) * (point.lon - lon) - (to.lon - lon) * (point.lat - lat) > 0;
  }
}
