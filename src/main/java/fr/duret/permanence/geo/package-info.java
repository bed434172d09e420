/// Where places are and how long it takes to drive between them.
///
/// Two ports, [Geocoder] and [TravelTimes], with defaults that need no network. Nothing here knows
/// a client or a visit.
@NullMarked
package fr.duret.permanence.geo;

import org.jspecify.annotations.NullMarked;
