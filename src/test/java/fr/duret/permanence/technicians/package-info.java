/// Tests of `technicians`.
@NullMarked
package fr.duret.permanence.technicians;

import org.jspecify.annotations.NullMarked;
