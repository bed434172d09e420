@NullMarked
package fr.duret.permanence.message;

import org.jspecify.annotations.NullMarked;
