@NullMarked
package fr.duret.permanence.desk;

import org.jspecify.annotations.NullMarked;
