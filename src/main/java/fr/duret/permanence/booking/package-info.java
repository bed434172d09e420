/// Offers, holds, visits and rounds: the promise "never two visits for one slot, never a broken
/// window".
///
/// One document per working day is the truth of who goes where and when; visits follow it. Nothing
/// here speaks to a client, understands French or reads the machine's clock.
@NullMarked
package fr.duret.permanence.booking;

import org.jspecify.annotations.NullMarked;
