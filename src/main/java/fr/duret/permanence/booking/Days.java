package fr.duret.permanence.booking;

import fr.duret.permanence.planning.Arrivals;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.PlannedRound;
import fr.duret.permanence.planning.TravelMatrix;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/// Shows days as they are planned.
final class Days {

  private final Parts parts;

  Days(Parts parts) {
    this.parts = parts;
  }

  DayView view(LocalDate date) {
    Instant now = parts.clock().instant();
    Day day = parts.days().load(date);
    Plans plans = parts.plans();
    DayPlan plan = plans.plan(day, parts.technicians().free(date, date), now, held -> true);
    TravelMatrix travel = plans.matrix();
    int held =
        day.holds().stream()
            .filter(hold -> hold.isLiveAt(now))
            .mapToInt(hold -> hold.windows().size())
            .sum();
    return new DayView(
        date, plan.rounds().stream().map(round -> view(round, day, travel)).toList(), held);
  }

  private static DayView.Round view(PlannedRound round, Day day, TravelMatrix travel) {
    List<Integer> arrivals = Arrivals.of(round, travel);
    List<Entry> entries = day.rounds().getOrDefault(round.crew().technician(), List.of());
    List<DayView.Stop> stops = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      stops.add(
          new DayView.Stop(
              entry.visit(),
              entry.person(),
              entry.task().service(),
              entry.site().commune(),
              entry.slot(day.date()),
              LocalTime.ofSecondOfDay(arrivals.get(i)),
              entry.pinned()));
    }
    DayPlan alone = new DayPlan(day.date(), List.of(round), List.of());
    return new DayView.Round(round.crew().technician(), stops, Arrivals.driving(alone, travel));
  }
}
