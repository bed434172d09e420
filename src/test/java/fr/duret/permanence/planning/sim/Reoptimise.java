package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Arrivals;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Optimiser;
import fr.duret.permanence.planning.Optimiser.Effort;
import fr.duret.permanence.planning.TravelMargin;
import fr.duret.permanence.planning.TravelMatrix;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Days as booked, re-optimised with promises kept, against the true optimum.
public final class Reoptimise {

  private static final int FEWEST = 12;
  private static final int MOST = 16;

  private Reoptimise() {}

  /// A day as booked.
  record Case(DayPlan day, TravelMatrix travel) {}

  /// Days of 12 to 16 visits as booked by cheapest insertion, from seed 1 on.
  static List<Case> cases(int wanted) {
    List<Case> cases = new ArrayList<>();
    for (long seed = 1; cases.size() < wanted; seed++) {
      Instance instance = Streams.make(Streams.Size.USUAL, TravelMargin.NONE, seed);
      Simulation simulation = new Simulation(instance, Ways.planned(instance, false), day -> day);
      for (DayPlan day : simulation.run(d -> d).plan.subList(3, 13)) {
        int visits = day.stops().size();
        if (visits >= FEWEST && visits <= MOST && cases.size() < wanted) {
          cases.add(new Case(day, instance.travel()));
        }
      }
    }
    return cases;
  }

  /// Prints the mean driving as booked, as re-optimised and at best, and the processor time of a
  /// day.
  ///
  /// @param args how many days
  public static void main(String... args) {
    List<Case> cases = cases(Integer.parseInt(args[0]));
    double booked = cases.stream().mapToInt(c -> Arrivals.driving(c.day, c.travel)).sum();
    double best = cases.stream().mapToInt(Reoptimise::least).sum();
    print("as booked", booked, best, 0);
    print("optimum", best, best, 0);
    Optimiser optimiser = new Optimiser();
    for (Effort effort : Effort.values()) {
      long before = cpu();
      double found = cases.stream().mapToInt(c -> improved(optimiser, c, effort)).sum();
      print(effort.name(), found, best, (cpu() - before) / 1e6 / cases.size());
    }
  }

  static int least(Case c) {
    return new ExactDay(c.day, c.travel).driving();
  }

  static int improved(Optimiser optimiser, Case c, Effort effort) {
    DayPlan found = optimiser.improve(c.day, c.travel, effort).orElse(c.day);
    return Arrivals.driving(found, c.travel);
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String what, double driving, double best, double millis) {
    double above = 100 * (driving / best - 1);
    System.out.printf(
        Locale.ROOT, "%-10s %+.2f %% above the optimum, %.0f ms a day%n", what, above, millis);
  }
}
