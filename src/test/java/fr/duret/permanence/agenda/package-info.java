@NullMarked
package fr.duret.permanence.agenda;

import org.jspecify.annotations.NullMarked;
