package fr.duret.permanence.booking;

import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.PromiseCheck;
import fr.duret.permanence.planning.PromiseCheck.Broken;
import fr.duret.permanence.technicians.FreeTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the promises that cannot be kept as things stand.
final class Endangered {

  private final Parts parts;

  Endangered(Parts parts) {
    this.parts = parts;
  }

  List<Visit> between(LocalDate from, LocalDate to) {
    Map<LocalDate, List<FreeTime>> free = Plans.byDay(parts.technicians().free(from, to));
    return parts.days().load(from, to).values().stream()
        .filter(day -> !day.entries().isEmpty())
        .flatMap(day -> on(day, free.getOrDefault(day.date(), List.of())))
        .toList();
  }

  private Stream<Visit> on(Day day, List<FreeTime> free) {
    Plans plans = parts.plans();
    DayPlan plan = plans.plan(day, free, Instant.MAX, held -> false);
    Set<String> broken =
        PromiseCheck.broken(plan, plans.matrix()).stream()
            .map(Broken::stop)
            .collect(Collectors.toSet());
    return day.rounds().entrySet().stream()
        .flatMap(round ->
            round.getValue().stream()
                .filter(entry -> broken.contains(round.getKey()) || broken.contains(entry.visit())))
        .flatMap(entry -> parts.reading().visit(entry.visit()).stream())
        .sorted((a, b) -> a.slot().compareTo(b.slot()));
  }
}
