@NullMarked
package fr.duret.permanence.understanding;

import org.jspecify.annotations.NullMarked;
