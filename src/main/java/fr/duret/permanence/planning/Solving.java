package fr.duret.permanence.planning;

import ai.timefold.solver.core.api.solver.SolverConfigOverride;
import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.heuristic.selector.move.composite.UnionMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListRuinRecreateMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.ListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.list.SubListSwapMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;

/// Timefold set up for one day, starting from the present plan. The only class through which
/// [Optimiser] reaches Timefold, so that nothing of it is loaded before it is needed.
final class Solving {

  private static final int FEWEST_RUINED = 2;
  private static final int MOST_RUINED = 6;

  private final SolverFactory<Day> factory = SolverFactory.create(config());

  /// The best day found, which may be the one given.
  DayPlan solve(DayPlan plan, TravelMatrix travel, Optimiser.Effort effort) {
    SolverConfigOverride override =
        new SolverConfigOverride()
            .withTerminationConfig(
                new TerminationConfig().withMoveCountLimit((long) effort.moves()));
    Day best = factory.buildSolver(override).solve(Day.of(plan, travel));
    return best.applyTo(plan);
  }

  /// Its settings, with a seed that never changes; every move that Timefold offers for lists, and
  /// ruin and recreate beside them, without which it stops a percent earlier.
  static SolverConfig config() {
    return new SolverConfig()
        .withSolutionClass(Day.class)
        .withEntityClasses(Tour.class)
        .withConstraintProviderClass(Rules.class)
        .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
        .withRandomSeed(0L)
        .withPhases(search());
  }

  private static LocalSearchPhaseConfig search() {
    return new LocalSearchPhaseConfig()
        .withMoveSelectorConfig(
            new UnionMoveSelectorConfig()
                .withMoveSelectors(
                    new ListChangeMoveSelectorConfig(),
                    new ListSwapMoveSelectorConfig(),
                    new SubListChangeMoveSelectorConfig(),
                    new SubListSwapMoveSelectorConfig(),
                    new ListRuinRecreateMoveSelectorConfig()
                        .withMinimumRuinedCount(FEWEST_RUINED)
                        .withMaximumRuinedCount(MOST_RUINED)));
  }
}
