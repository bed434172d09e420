package fr.duret.permanence.company;

import fr.duret.permanence.geo.Point;

/// An address whose position is known.
///
/// @param street number and street
/// @param postcode five digits
/// @param commune its commune
/// @param point where it is
public record Place(String street, String postcode, String commune, Point point) {}
