@NullMarked
package fr.duret.permanence.settings;

import org.jspecify.annotations.NullMarked;
