package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Optimiser;
import fr.duret.permanence.planning.Optimiser.Effort;
import fr.duret.permanence.planning.TravelMargin;
import fr.duret.permanence.planning.sim.Simulation.Outcome;
import fr.duret.permanence.planning.sim.Simulation.Way;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// The ways of offering on the same streams. Prints one line for each seed and way: driving in
/// minutes a visit as booked and after the night, shares, days waited.
final class Compare {

  private Compare() {}

  /// Runs the seeds one after the other.
  ///
  /// @param args first seed, last seed, `margin` or `bare`
  public static void main(String... args) {
    int first = Integer.parseInt(args[0]);
    int last = Integer.parseInt(args[1]);
    TravelMargin margin = args[2].equals("margin") ? TravelMargin.USUAL : TravelMargin.NONE;
    Optimiser optimiser = new Optimiser();
    for (int seed = first; seed <= last; seed++) {
      Instance instance = Streams.make(Streams.Size.USUAL, margin, seed);
      UnaryOperator<DayPlan> quick =
          day -> optimiser.improve(day, instance.travel(), Effort.QUICK).orElse(day);
      UnaryOperator<DayPlan> night =
          day -> optimiser.improve(day, instance.travel(), Effort.THOROUGH).orElse(day);
      run(seed, "earliest", instance, Ways.earliest(instance), d -> d, night);
      run(seed, "cheap+quick", instance, Ways.planned(instance, false), quick, night);
      run(seed, "ahead+none", instance, Ways.planned(instance, true), d -> d, night);
      run(seed, "ahead+quick", instance, Ways.planned(instance, true), quick, night);
    }
  }

  private static void run(
      int seed,
      String name,
      Instance instance,
      Way way,
      UnaryOperator<DayPlan> quick,
      UnaryOperator<DayPlan> night) {
    long begin = System.nanoTime();
    Outcome o = new Simulation(instance, way, quick).run(night);
    double visits = o.booked.size();
    System.out.printf(
        Locale.ROOT,
        "%d;%s;%d;%d;%.3f;%.3f;%.2f;%.2f;%.2f;%.1f s%n",
        seed,
        name,
        instance.callers().size(),
        o.unserved,
        (double) o.offeredTwo / instance.callers().size(),
        o.acceptedFirst / visits,
        o.drivingAsBooked / 60. / visits,
        o.drivingAfter / 60. / visits,
        o.waitedDays / visits,
        (System.nanoTime() - begin) / 1e9);
  }
}
