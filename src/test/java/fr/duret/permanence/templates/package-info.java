@NullMarked
package fr.duret.permanence.templates;

import org.jspecify.annotations.NullMarked;
