@NullMarked
package fr.duret.permanence.emergency;

import org.jspecify.annotations.NullMarked;
