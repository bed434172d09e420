package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Arrivals;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Optimiser;
import fr.duret.permanence.planning.Optimiser.Effort;
import fr.duret.permanence.planning.TravelMargin;
import fr.duret.permanence.planning.sim.Simulation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/// The product's way of offering against today's habit, on the same streams of calls.
///
/// Prints for each seed the driving in minutes a visit: earliest available as booked and after the
/// night; the product; the clairvoyant. Then the means over all seeds.
public final class Compare {

  private static final Optimiser OPTIMISER = new Optimiser();

  private Compare() {}

  /// What one seed led to, driving in minutes a visit.
  private record Row(
      int seed,
      double habitAsBooked,
      double habit,
      double formula,
      double ours,
      double clairvoyant,
      double habitUnserved,
      double unserved,
      double offeredTwo,
      double takenAtOnce,
      double waited) {

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "%d: earliest %.2f, after the night %.2f; formula %.2f; look-ahead %.2f; clairvoyant %.2f;"
              + " unserved %.4f (earliest %.4f), two windows %.4f, at once %.4f, waited %.2f",
          seed,
          habitAsBooked,
          habit,
          formula,
          ours,
          clairvoyant,
          unserved,
          habitUnserved,
          offeredTwo,
          takenAtOnce,
          waited);
    }
  }

  /// Runs the seeds, several at a time.
  ///
  /// @param args first seed, last seed, `margin` or `bare`, seconds for the clairvoyant (0: none),
  ///   seeds at a time; `formula` to run the ranking without look-ahead too (it nearly doubles the
  ///   time)
  public static void main(String... args) throws InterruptedException, ExecutionException {
    int last = Integer.parseInt(args[1]);
    TravelMargin margin = args[2].equals("margin") ? TravelMargin.USUAL : TravelMargin.NONE;
    double seconds = Double.parseDouble(args[3]);
    boolean withFormula = args.length > 5 && args[5].equals("formula");
    List<Row> rows = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(Integer.parseInt(args[4]))) {
      List<Future<Row>> running = new ArrayList<>();
      for (int seed = Integer.parseInt(args[0]); seed <= last; seed++) {
        int one = seed;
        running.add(pool.submit(() -> row(one, margin, seconds, withFormula)));
      }
      for (Future<Row> row : running) {
        rows.add(row.get());
        System.out.println(row.get());
      }
    }
    summary(rows);
    if (withFormula) {
      relative("formula against earliest", rows, r -> r.formula / r.habit);
    }
  }

  private static Row row(int seed, TravelMargin margin, double seconds, boolean withFormula) {
    Instance instance = Streams.make(Streams.Size.USUAL, margin, seed);
    UnaryOperator<DayPlan> quick = improving(instance, Effort.QUICK);
    UnaryOperator<DayPlan> night = improving(instance, Effort.THOROUGH);
    Outcome habit = new Simulation(instance, Ways.earliest(instance), day -> day).run(night);
    Outcome ours = new Simulation(instance, Ways.planned(instance, true), quick).run(night);
    double calls = instance.callers().size();
    return new Row(
        seed,
        minutes(habit.drivingAsBooked, habit),
        minutes(habit.drivingAfter, habit),
        withFormula ? formula(instance, quick, night) : Double.NaN,
        minutes(ours.drivingAfter, ours),
        seconds > 0
            ? minutes(
                driving(instance, Clairvoyant.plan(instance, ours.booked, seconds, seed)), ours)
            : Double.NaN,
        habit.unserved / calls,
        ours.unserved / calls,
        ours.offeredTwo / calls,
        ours.acceptedFirst / calls,
        (double) ours.waitedDays / ours.booked.size());
  }

  private static double formula(
      Instance instance, UnaryOperator<DayPlan> quick, UnaryOperator<DayPlan> night) {
    Outcome formula = new Simulation(instance, Ways.planned(instance, false), quick).run(night);
    return minutes(formula.drivingAfter, formula);
  }

  private static UnaryOperator<DayPlan> improving(Instance instance, Effort effort) {
    return day -> OPTIMISER.improve(day, instance.travel(), effort).orElse(day);
  }

  private static long driving(Instance instance, List<DayPlan> plan) {
    return plan.stream().mapToLong(day -> Arrivals.driving(day, instance.travel())).sum();
  }

  private static double minutes(long seconds, Outcome outcome) {
    return seconds / 60. / outcome.booked.size();
  }

  private static void summary(List<Row> rows) {
    relative("against earliest, same night", rows, r -> r.ours / r.habit);
    relative("against earliest as booked", rows, r -> r.ours / r.habitAsBooked);
    relative("above the clairvoyant", rows, r -> r.ours / r.clairvoyant);
    share("unserved, earliest", rows, Row::habitUnserved);
    share("unserved", rows, Row::unserved);
    share("two windows or more", rows, Row::offeredTwo);
    share("taken at the first offer", rows, Row::takenAtOnce);
    System.out.printf(Locale.ROOT, "%-30s %.2f%n", "days waited", mean(rows, Row::waited));
  }

  private static void relative(String what, List<Row> rows, ToDoubleFunction<Row> ratio) {
    System.out.printf(Locale.ROOT, "%-30s %+.1f %%%n", what, 100 * (mean(rows, ratio) - 1));
  }

  private static void share(String what, List<Row> rows, ToDoubleFunction<Row> share) {
    System.out.printf(Locale.ROOT, "%-30s %.1f %%%n", what, 100 * mean(rows, share));
  }

  private static double mean(List<Row> rows, ToDoubleFunction<Row> figure) {
    return rows.stream().mapToDouble(figure).average().orElseThrow();
  }
}
