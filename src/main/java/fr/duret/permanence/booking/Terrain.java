package fr.duret.permanence.booking;

import fr.duret.permanence.planning.Demand;

/// The places known at present, and what has been learnt about them. A place's row means something
/// among these plans only: whoever plans takes one terrain and works with it to the end.
///
/// @param plans make plans with driving times between these places
/// @param demand the calls to be expected, at these places
record Terrain(Plans plans, Demand demand) {}
