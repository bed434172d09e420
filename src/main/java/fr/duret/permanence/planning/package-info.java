/// Rounds of a day: where a visit fits, which windows to offer, how to drive less while every
/// promise is kept.
///
/// Pure functions of its own input records: it knows no store, no clock and no client, and never
/// waits for anything. Times of day are seconds since midnight, local time; driving is in seconds.
@NullMarked
package fr.duret.permanence.planning;

import org.jspecify.annotations.NullMarked;
