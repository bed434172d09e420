package fr.duret.permanence.clients;

import fr.duret.permanence.geo.Point;

/// A place where we work for a client (lieu d'intervention).
///
/// @param id unique within its client: `1`, `2`
/// @param label how the client calls it (« la maison »); empty when he has only one
/// @param street number and street; empty while only the commune is known
/// @param postcode five digits; empty while unknown
/// @param commune its commune, or the absorbed one that people still say
/// @param point where it is, at least to the commune
public record Site(
    String id, String label, String street, String postcode, String commune, Point point) {

  /// What it is called without telling its address: as the client calls it, else its commune.
  public String called() {
    return label.isEmpty() ? commune : label;
  }

  /// The site of somebody who has only told his commune.
  public static Site ofCommune(String postcode, String commune, Point centre) {
    return new Site("1", "", "", postcode, commune, centre);
  }
}
