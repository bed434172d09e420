@NullMarked
package fr.duret.permanence.outreach;

import org.jspecify.annotations.NullMarked;
