package fr.duret.permanence.geo;

/// Driving times from distances alone, for when no road data is at hand.
///
/// Great circle × 1.35, at 30 km/h up to 3 km rising to 50 km/h from 15 km. A line that crosses the
/// lake of Annecy is driven round it, by Annecy or by Doussard: Saint-Jorioz to Talloires is 4 km
/// for a bird and 25 by road. Mountains are not modelled. Figures: planning spike of November 2026.
public final class DistanceTravelTimes implements TravelTimes {

  private static final double DETOUR = 1.35;
  private static final double SLOW_KMH = 30;
  private static final double FAST_KMH = 50;
  private static final double SLOW_UP_TO_KM = 3;
  private static final double FAST_FROM_KM = 15;

  /// The lake's axis from its outlet to its southern end.
  private static final Point[] LAKE = {
    new Point(45.897, 6.140),
    new Point(45.868, 6.165),
    new Point(45.848, 6.190),
    new Point(45.834, 6.2105),
    new Point(45.806, 6.219),
    new Point(45.790, 6.222)
  };

  private static final Point NORTH_END = new Point(45.903, 6.138);
  private static final Point SOUTH_END = new Point(45.783, 6.221);

  private static final double EAST_SHORE = 6.223;

  @Override
  public int seconds(Point from, Point to) {
    if (from.equals(to)) {
      return 0;
    }
    return crossesLake(from, to)
        ? Math.min(by(NORTH_END, from, to), by(SOUTH_END, from, to))
        : direct(from, to);
  }

  private static int by(Point end, Point from, Point to) {
    return direct(from, end) + direct(end, to);
  }

  private static int direct(Point from, Point to) {
    double km = DETOUR * from.kilometresTo(to);
    double share = Math.clamp((km - SLOW_UP_TO_KM) / (FAST_FROM_KM - SLOW_UP_TO_KM), 0, 1);
    double kmh = SLOW_KMH + (FAST_KMH - SLOW_KMH) * share;
    return (int) Math.ceil(km / kmh * 3600);
  }

  private static boolean crossesLake(Point from, Point to) {
    boolean beside =
        Math.max(from.lon(), to.lon()) < NORTH_END.lon()
            || Math.min(from.lon(), to.lon()) > EAST_SHORE
            || Math.max(from.lat(), to.lat()) < SOUTH_END.lat()
            || Math.min(from.lat(), to.lat()) > NORTH_END.lat();
    return !beside && crossesAxis(from, to);
  }

  private static boolean crossesAxis(Point from, Point to) {
    for (int i = 0; i + 1 < LAKE.length; i++) {
      if (crosses(from, to, LAKE[i], LAKE[i + 1])) {
        return true;
      }
    }
    return false;
  }

  private static boolean crosses(Point a, Point b, Point c, Point d) {
    return left(a, b, c) != left(a, b, d) && left(c, d, a) != left(c, d, b);
  }

  private static boolean left(Point a, Point b, Point p) {
    return (b.lon() - a.lon()) * (p.lat() - a.lat()) - (b.lat() - a.lat()) * (p.lon() - a.lon())
        > 0;
  }
}
