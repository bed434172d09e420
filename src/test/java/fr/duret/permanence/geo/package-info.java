@NullMarked
package fr.duret.permanence.geo;

import org.jspecify.annotations.NullMarked;
