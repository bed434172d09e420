package fr.duret.permanence.booking;

import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Optimiser.Effort;
import fr.duret.permanence.planning.TravelMatrix;
import fr.duret.permanence.technicians.Technicians;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// Improves one day inside its promises, and writes it unless somebody changed it meanwhile.
final class Improving {

  private final MongoDays days;
  private final Technicians technicians;
  private final Supplier<Plans> plans;
  private final InstantSource clock;
  private final Reading.Now now;
  private final Optimisation optimisation;

  /// Finds a better day; empty if there is none.
  @FunctionalInterface
  interface Optimisation {
    Optional<DayPlan> improve(DayPlan day, TravelMatrix travel, Effort effort);
  }

  Improving(
      MongoDays days,
      Technicians technicians,
      Supplier<Plans> plans,
      InstantSource clock,
      Reading.Now now,
      Optimisation optimisation) {
    this.days = days;
    this.technicians = technicians;
    this.plans = plans;
    this.clock = clock;
    this.now = now;
    this.optimisation = optimisation;
  }

  /// Improves a day that waits for so much effort, unless it has begun: then its rounds are being
  /// driven.
  ///
  /// @return false if it was changed meanwhile: what was found is dropped, the day keeps its mark
  boolean improve(LocalDate date, Effort effort) {
    Day day = days.load(date);
    if (!waits(day, effort) || !date.isAfter(now.local().toLocalDate())) {
      return true;
    }
    Instant at = clock.instant();
    Day live = day.keeping(held -> held.isLiveAt(at));
    Day better = better(live, at, effort).orElse(live);
    return days.replace(better.improved(effort == Effort.QUICK));
  }

  /// Whether a pass of that effort has something to do.
  static boolean waits(Day day, Effort effort) {
    return switch (effort) {
      case QUICK -> day.changed();
      case THOROUGH -> day.changed() || day.rough();
    };
  }

  private Optional<Day> better(Day day, Instant at, Effort effort) {
    Plans terrain = plans.get();
    DayPlan plan = terrain.plan(day, technicians.free(day.date(), day.date()), at, held -> true);
    Map<String, Entry> entries = new HashMap<>();
    day.entries().forEach(entry -> entries.put(entry.visit(), entry));
    return optimisation
        .improve(plan, terrain.matrix(), effort)
        .map(found -> day.with(Plans.rounds(found, entries)));
  }
}
