/// Tests of the French expressions of time: corpora, rules, fuzzing, speed.
@NullMarked
package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.NullMarked;
