package fr.duret.permanence.geo;

import java.util.Optional;

/// Finds where an address is; a port.
public interface Geocoder {

  /// Where a place is, as precisely as known.
  ///
  /// @param street number and street; may be empty
  /// @param postcode may be empty
  /// @param commune may be empty
  /// @return empty if nothing is found
  Optional<Found> find(String street, String postcode, String commune);

  /// A place that was found.
  ///
  /// @param point where it is
  /// @param commune name of its commune as written officially
  /// @param precise whether the street is known, and not only the commune
  record Found(Point point, String commune, boolean precise) {}
}
