/// Simulated streams of calls round Annecy, with yardsticks: an exact day and a clairvoyant plan.
///
/// Invented clients, not the company's data. The yardsticks use nothing of the code they measure.
/// Same seed, same stream.
@NullMarked
package fr.duret.permanence.planning.sim;

import org.jspecify.annotations.NullMarked;
