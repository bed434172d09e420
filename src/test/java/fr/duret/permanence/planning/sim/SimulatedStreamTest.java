package fr.duret.permanence.planning.sim;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.planning.Arrivals;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Optimiser;
import fr.duret.permanence.planning.Optimiser.Effort;
import fr.duret.permanence.planning.TravelMargin;
import fr.duret.permanence.planning.sim.Simulation.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Three weeks of calls, small enough for every build: the figures themselves are [Compare]'s.
class SimulatedStreamTest {

  private static final int DAYS = 20;

  @Test
  void lessIsDrivenThanByTodaysHabitAndNoPromiseIsBroken() {
    Instance instance = Streams.make(Streams.Size.USUAL, TravelMargin.USUAL, 31);

    Outcome habit = new Simulation(instance, Ways.earliest(instance), d -> d).run(d -> d);
    Outcome ours = new Simulation(instance, Ways.planned(instance, true), d -> d).run(d -> d);

    assertThat(perVisit(ours)).isLessThan(.9 * perVisit(habit));
    assertThat(ours.unserved).isLessThanOrEqualTo(instance.callers().size() / 50);
    assertThat(ours.offeredTwo).isGreaterThan(instance.callers().size() * 97 / 100);
  }

  @Test
  void theYardstickKnowsBetterAndKeepsEveryPromise() {
    Instance instance = Streams.make(Streams.Size.USUAL, TravelMargin.NONE, 32);
    Outcome ours = new Simulation(instance, Ways.planned(instance, true), d -> d).run(d -> d);

    List<DayPlan> best = Clairvoyant.plan(instance, ours.booked, 2000);

    assertThat(best.stream().mapToLong(day -> Arrivals.driving(day, instance.travel())).sum())
        .isLessThan(ours.drivingAfter);
  }

  @Test
  void aReoptimisedDayIsNearTheTrueOptimum() {
    Optimiser optimiser = new Optimiser();
    List<Reoptimise.Case> cases = Reoptimise.cases(DAYS);
    double found =
        cases.stream().mapToInt(c -> Reoptimise.improved(optimiser, c, Effort.QUICK)).sum();
    double least = cases.stream().mapToInt(Reoptimise::least).sum();

    assertThat(found / least).isBetween(1., 1.015);
  }

  @Test
  void theSameSeedGivesTheSameStream() {
    assertThat(works(Streams.make(Streams.Size.USUAL, TravelMargin.NONE, 33)))
        .isEqualTo(works(Streams.make(Streams.Size.USUAL, TravelMargin.USUAL, 33)));
  }

  private static List<Object> works(Instance instance) {
    return instance.callers().stream()
        .flatMap(c -> Stream.<Object>of(c.work(), c.calls()))
        .toList();
  }

  private static double perVisit(Outcome outcome) {
    return (double) outcome.drivingAfter / outcome.booked.size();
  }
}
