@NullMarked
package fr.duret.permanence.calendar;

import org.jspecify.annotations.NullMarked;
