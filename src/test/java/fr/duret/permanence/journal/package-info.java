@NullMarked
package fr.duret.permanence.journal;

import org.jspecify.annotations.NullMarked;
