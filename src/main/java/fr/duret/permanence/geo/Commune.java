package fr.duret.permanence.geo;

import java.util.List;

/// A commune, of today or absorbed by another (people still say Seynod).
///
/// @param insee code of the commune (INSEE); shared by a commune and those it absorbed
/// @param name its name as written officially
/// @param partOf the commune it belongs to now; empty for today's communes
/// @param postcodes its postcodes; a delegated commune carries all those of its parent
/// @param department number of the department
/// @param population inhabitants; zero for absorbed communes
/// @param centre its town centre, or the middle of its outline
public record Commune(
    String insee,
    String name,
    String partOf,
    List<String> postcodes,
    String department,
    int population,
    Point centre) {

  /// Keeps a copy of the postcodes.
  public Commune {
    postcodes = List.copyOf(postcodes);
  }
}
