package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.List;

/// All rounds of some days on the table, with what guards the holds of each day.
final class Board {

  private final Round[][] rounds;
  private final List<HoldGuard> guards = new ArrayList<>();

  Board(List<DayPlan> days, TravelMatrix travel) {
    rounds = new Round[days.size()][];
    for (int day = 0; day < rounds.length; day++) {
      rounds[day] = rounds(days.get(day), travel);
      guards.add(new HoldGuard(days.get(day), rounds[day], travel));
    }
  }

  /// The rounds of one day.
  static Round[] rounds(DayPlan day, TravelMatrix travel) {
    return day.rounds().stream().map(round -> new Round(round, travel)).toArray(Round[]::new);
  }

  int days() {
    return rounds.length;
  }

  Round[] day(int day) {
    return rounds[day];
  }

  HoldGuard guard(int day) {
    return guards.get(day);
  }
}
