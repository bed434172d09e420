@NullMarked
package fr.duret.permanence.outbox;

import org.jspecify.annotations.NullMarked;
