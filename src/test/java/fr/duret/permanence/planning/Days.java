package fr.duret.permanence.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/// Small days for tests. Sites lie on a line, so many minutes apart as their numbers differ.
final class Days {

  static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  static final Window EIGHT = Window.hours(8, 10);
  static final Window TEN = Window.hours(10, 12);
  static final Window TWO = Window.hours(14, 16);
  static final Window FOUR = Window.hours(16, 18);
  static final String WIRING = "wiring";
  static final String ALARMS = "alarms";

  /// Sites 0 to 99, one minute from each to the next.
  static final TravelMatrix LINE = TravelMatrix.of(100, (from, to) -> 60 * Math.abs(from - to));

  private Days() {}

  static Work work(String id, int site, int minutes) {
    return new Work(id, site, minutes * 60, WIRING);
  }

  static Stop stop(String id, int site, int minutes, Window window) {
    return Stop.of(work(id, site, minutes), window);
  }

  /// A technician who starts and ends at site 0.
  static Crew crew(String technician, Crew.Blocked... blocked) {
    return Crew.of(technician, 0, Set.of(WIRING), Crew.USUAL_HALF_DAYS, List.of(blocked));
  }

  static Crew.Blocked meeting(int from, int to, int site) {
    return new Crew.Blocked(Window.hours(from, to), OptionalInt.of(site));
  }

  static PlannedRound round(Crew crew, Stop... stops) {
    return new PlannedRound(crew, List.of(stops));
  }

  static DayPlan day(PlannedRound... rounds) {
    return new DayPlan(TUESDAY, List.of(rounds), List.of());
  }

  /// A random day, filled with what is inserted into it at random: every promise of it is kept.
  static DayPlan random(Random random, int technicians, int tries) {
    List<PlannedRound> rounds = new ArrayList<>();
    for (int t = 0; t < technicians; t++) {
      rounds.add(round(randomCrew(random, "T" + t)));
    }
    DayPlan day = new DayPlan(TUESDAY, rounds, List.of());
    for (int i = 0; i < tries; i++) {
      Window window = OfferRequest.TWO_HOURS.get(random.nextInt(4));
      day =
          Insertions.cheapest(day, LINE, randomWork(random, "v" + i), window)
              .map(Insertion::plan)
              .orElse(day);
    }
    return day;
  }

  static Work randomWork(Random random, String id) {
    String skill = random.nextInt(4) == 0 ? ALARMS : WIRING;
    return new Work(id, random.nextInt(100), 60 * (30 + random.nextInt(120)), skill);
  }

  private static Crew randomCrew(Random random, String technician) {
    Set<String> skills = random.nextBoolean() ? Set.of(WIRING) : Set.of(WIRING, ALARMS);
    List<Crew.Blocked> blocked = new ArrayList<>();
    if (random.nextInt(2) == 0) {
      blocked.add(meeting(8, 9, random.nextInt(20)));
    }
    if (random.nextInt(4) == 0) {
      blocked.add(meeting(15, 16, random.nextInt(20)));
    }
    List<Window> halves =
        random.nextInt(5) == 0 ? List.of(Window.hours(14, 18)) : Crew.USUAL_HALF_DAYS;
    blocked.removeIf(b -> halves.size() == 1 && b.span().inTheMorning());
    return Crew.of(technician, random.nextInt(30), skills, halves, blocked);
  }
}
