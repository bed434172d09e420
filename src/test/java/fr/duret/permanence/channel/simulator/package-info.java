/// Tests of the demonstration's telephones and clock.
@NullMarked
package fr.duret.permanence.channel.simulator;

import org.jspecify.annotations.NullMarked;
