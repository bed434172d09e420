@NullMarked
package fr.duret.permanence.company;

import org.jspecify.annotations.NullMarked;
