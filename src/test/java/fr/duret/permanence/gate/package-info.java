@NullMarked
package fr.duret.permanence.gate;

import org.jspecify.annotations.NullMarked;
