package fr.duret.permanence.geo;

/// A place on the earth, in degrees (WGS 84).
///
/// @param lat degrees north
/// @param lon degrees east
public record Point(double lat, double lon) {

  private static final double EARTH_RADIUS_KM = 6371;

  /// The sine of half the angle between places some 600 km apart.
  private static final double NEAR = 0.05;

  /// Great-circle distance in kilometres (haversine formula).
  public double kilometresTo(Point other) {
    double dLat = Math.toRadians(lat - other.lat);
    double dLon = Math.toRadians(lon - other.lon);
    double h =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * arcsine(Math.sqrt(h));
  }

  /// Up to 600 km its series gives the same within a millimetre, in a tenth of the time: a new
  /// client is measured against every place that is known.
  private static double arcsine(double sine) {
    double square = sine * sine;
    return sine < NEAR
        ? sine * (1 + square / 6 + 3 * square * square / 40)
        : Math.asin(Math.min(1, sine));
  }
}
