@NullMarked
package fr.duret.permanence.yaml;

import org.jspecify.annotations.NullMarked;
