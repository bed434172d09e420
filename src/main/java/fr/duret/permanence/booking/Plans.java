package fr.duret.permanence.booking;

import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.TechnicianSpec;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.geo.TravelTimes;
import fr.duret.permanence.planning.Crew;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Hold;
import fr.duret.permanence.planning.PlannedRound;
import fr.duret.permanence.planning.Stop;
import fr.duret.permanence.planning.TravelMatrix;
import fr.duret.permanence.planning.TravelTable;
import fr.duret.permanence.planning.Window;
import fr.duret.permanence.planning.Work;
import fr.duret.permanence.technicians.FreeTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// Turns stored days into what planning works on, and back.
final class Plans {

  private final Company company;
  private final TravelTable<Point> travel;

  Plans(Company company, TravelTimes times) {
    this.company = company;
    this.travel = new TravelTable<>(times::table);
    travel.addAll(company.technicians().stream().map(one -> one.home().point()).toList());
    travel.row(company.agency().point());
  }

  /// How many places came one by one since these plans were begun.
  int newcomers() {
    return travel.addedSingly();
  }

  /// Driving among all places that plans were made of up to now.
  TravelMatrix matrix() {
    return travel.matrix();
  }

  Work work(String id, Task task) {
    return new Work(id, travel.row(task.site().point()), task.seconds(), task.skill());
  }

  static Window window(Hours hours) {
    return Window.of(hours.from(), hours.to());
  }

  static Hours hours(Window window) {
    return new Hours(
        LocalTime.ofSecondOfDay(window.begin()), LocalTime.ofSecondOfDay(window.end()));
  }

  /// Puts all these places into the table at once, which is cheaper than one after the other.
  void know(List<Site> sites) {
    travel.addAll(sites.stream().map(Site::point).toList());
  }

  /// A day with every promise, and those of its live holds that are wanted.
  ///
  /// @param free everybody's free time on that day
  DayPlan plan(Day day, List<FreeTime> free, Instant now, Predicate<Held> counted) {
    Map<String, FreeTime> byTechnician = new HashMap<>();
    free.forEach(one -> byTechnician.put(one.technician(), one));
    List<PlannedRound> rounds =
        company.technicians().stream()
            .map(who ->
                new PlannedRound(
                    crew(who, Optional.ofNullable(byTechnician.get(who.id()))),
                    stops(who.id(), day.rounds().getOrDefault(who.id(), List.of()))))
            .toList();
    List<Hold> holds =
        day.holds().stream()
            .filter(held -> held.isLiveAt(now) && counted.test(held))
            .map(this::hold)
            .toList();
    return new DayPlan(day.date(), rounds, holds);
  }

  private Hold hold(Held held) {
    return new Hold(
        work(held.hold(), held.task()),
        held.windows().stream().map(Plans::window).toList(),
        held.moving());
  }

  private List<Stop> stops(String technician, List<Entry> entries) {
    return entries.stream()
        .map(entry -> {
          Stop stop = Stop.of(work(entry.visit(), entry.task()), window(entry.window()));
          return entry.pinned() ? stop.pinnedTo(technician) : stop;
        })
        .toList();
  }

  private Crew crew(TechnicianSpec who, Optional<FreeTime> free) {
    return Crew.of(
        who.id(),
        travel.row(who.home().point()),
        who.skills(),
        free.stream().flatMap(one -> one.halfDays().stream()).map(Plans::window).toList(),
        free.stream().flatMap(one -> one.taken().stream()).map(this::blocked).toList());
  }

  private Crew.Blocked blocked(FreeTime.Taken taken) {
    OptionalInt site =
        taken.atAgency()
            ? OptionalInt.of(travel.row(company.agency().point()))
            : OptionalInt.empty();
    return new Crew.Blocked(window(taken.hours()), site);
  }

  /// The rounds of a plan, filled with the entries that its stops stand for.
  static Map<String, List<Entry>> rounds(DayPlan plan, Map<String, Entry> entries) {
    Map<String, List<Entry>> rounds = new LinkedHashMap<>();
    for (PlannedRound round : plan.rounds()) {
      List<Entry> visits =
          round.stops().stream()
              .flatMap(stop -> Optional.ofNullable(entries.get(stop.id())).stream())
              .toList();
      if (!visits.isEmpty()) {
        rounds.put(round.crew().technician(), visits);
      }
    }
    return rounds;
  }

  /// The free time of one day among that of many.
  static Map<LocalDate, List<FreeTime>> byDay(List<FreeTime> free) {
    Map<LocalDate, List<FreeTime>> days = new HashMap<>();
    free.forEach(
        one -> days.computeIfAbsent(one.day(), day -> new java.util.ArrayList<>()).add(one));
    return days;
  }
}
