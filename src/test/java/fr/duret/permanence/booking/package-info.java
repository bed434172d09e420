/// Tests of `booking`.
@NullMarked
package fr.duret.permanence.booking;

import org.jspecify.annotations.NullMarked;
