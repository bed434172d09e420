package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sees to it that what is held for others stays possible on a day.
///
/// A person takes one of the windows offered, and we do not know which. So every hold is put into
/// the day once per half-day, twice over: everybody takes his first window of a half-day, or
/// everybody takes his last. What fits both ways is allowed. (A mixture might still fail: then the
/// slot has gone, which is an honest outcome.) A stop that is to be moved inside its half-day is
/// where it was promised on the board, and where it may go to here.
final class HoldGuard {

  private final List<Round[]> ways = new ArrayList<>();
  private int placed;

  /// @param rounds those of the day, in its order
  HoldGuard(DayPlan day, Round[] rounds, TravelMatrix travel) {
    List<Hold> holds = day.holds();
    if (holds.isEmpty()) {
      return;
    }
    Round[] base = withoutMoving(day, rounds, travel);
    ways.add(occupied(base, holds, true));
    if (holds.stream()
        .anyMatch(hold -> halves(hold).values().stream().anyMatch(w -> w.size() > 1))) {
      ways.add(occupied(base, holds, false));
    }
  }

  /// Whether that technician can take the work without anything held becoming impossible.
  boolean allows(int technician, Work work, Window window) {
    for (Round[] way : ways) {
      if (!way[technician].fits(work, window)) {
        return false;
      }
    }
    return true;
  }

  /// How many half-days of holds found a place.
  int placed() {
    return placed;
  }

  private static Round[] withoutMoving(DayPlan day, Round[] rounds, TravelMatrix travel) {
    DayPlan base = day;
    for (Hold hold : day.holds()) {
      Optional<Stop> moving =
          hold.instead()
              .flatMap(day::stop)
              .filter(stop -> halves(hold).containsKey(stop.window().inTheMorning()));
      base = moving.map(Stop::id).map(base::without).orElse(base);
    }
    return base.equals(day) ? rounds : Board.rounds(base, travel);
  }

  private Round[] occupied(Round[] rounds, List<Hold> holds, boolean first) {
    Round[] copies = new Round[rounds.length];
    for (int i = 0; i < rounds.length; i++) {
      copies[i] = rounds[i].copy();
    }
    for (Hold hold : holds) {
      for (List<Window> half : halves(hold).values()) {
        occupy(copies, hold.work(), first ? half.getFirst() : half.getLast());
      }
    }
    return copies;
  }

  private void occupy(Round[] rounds, Work work, Window window) {
    Best best = new Best();
    for (Round round : rounds) {
      if (round.crew().can(work)) {
        round.cheapest(work, window, best);
      }
    }
    if (best.found()) {
      best.apply(Stop.of(work, window));
      placed++;
    }
  }

  private static Map<Boolean, List<Window>> halves(Hold hold) {
    Map<Boolean, List<Window>> halves = new LinkedHashMap<>();
    for (Window window : hold.windows()) {
      halves.computeIfAbsent(window.inTheMorning(), half -> new ArrayList<>()).add(window);
    }
    return halves;
  }
}
