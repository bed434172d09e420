/// Tests of planning: promises, insertions, offers, constraints, against brute force and exact
/// optima.
@NullMarked
package fr.duret.permanence.planning;

import org.jspecify.annotations.NullMarked;
