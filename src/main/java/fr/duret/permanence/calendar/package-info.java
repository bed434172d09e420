/// The French working calendar: public holidays, working days, half-days.
///
/// Pure functions of dates; no clock, no zone, no company's own closing days.
@NullMarked
package fr.duret.permanence.calendar;

import org.jspecify.annotations.NullMarked;
