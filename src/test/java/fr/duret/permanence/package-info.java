@NullMarked
package fr.duret.permanence;

import org.jspecify.annotations.NullMarked;
