package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Crew;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.PlannedRound;
import fr.duret.permanence.planning.Stop;
import fr.duret.permanence.planning.TravelMatrix;
import fr.duret.permanence.planning.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The true optimum of one day with promised windows, up to 16 visits and without blocked time: all
/// feasible routes of each technician, depth first (the windows cut nearly all of them), then a
/// partition of the visits over the technicians. A yardstick that uses nothing of the search.
public final class ExactDay {

  private static final int NONE = Integer.MAX_VALUE / 4;

  private final TravelMatrix travel;
  private final List<Stop> stops;
  private final List<Crew> crews;
  private int[] own = {};

  /// The day whose stops are to be distributed anew.
  public ExactDay(DayPlan day, TravelMatrix travel) {
    this.travel = travel;
    this.stops = day.stops();
    this.crews =
        day.rounds().stream()
            .map(PlannedRound::crew)
            .filter(crew -> !crew.halfDays().isEmpty())
            .toList();
  }

  /// The least driving in seconds; very large if no plan keeps every promise.
  public int driving() {
    int[] total = new int[1 << stops.size()];
    Arrays.fill(total, NONE);
    total[0] = 0;
    for (Crew crew : crews) {
      own = new int[total.length];
      Arrays.fill(own, NONE);
      own[0] = travel.seconds(crew.start(), crew.end());
      extend(crew, 0, crew.start(), crew.leave(), 0);
      total = shared(total);
    }
    return total[total.length - 1];
  }

  private int[] shared(int[] others) {
    int[] total = new int[others.length];
    for (int set = 0; set < total.length; set++) {
      int best = NONE;
      int mine = set;
      while (true) {
        if (own[mine] < NONE) {
          best = Math.min(best, own[mine] + others[set ^ mine]);
        }
        if (mine == 0) {
          break;
        }
        mine = (mine - 1) & set;
      }
      total[set] = best;
    }
    return total;
  }

  private void extend(Crew crew, int set, int here, int free, int driven) {
    for (int s = 0; s < stops.size(); s++) {
      Stop stop = stops.get(s);
      Optional<Window> half = crew.halfDayOf(stop.window());
      if ((set >> s & 1) == 1 || half.isEmpty() || !mayCome(crew, stop)) {
        continue;
      }
      int there = travel.seconds(here, stop.work().site());
      int opens = Math.max(stop.window().begin(), half.get().begin());
      int start = Math.max(free + there, opens);
      int end = start + stop.work().service();
      int home = travel.seconds(stop.work().site(), crew.end());
      if (start <= stop.window().end() && end <= half.get().end() && end + home <= crew.back()) {
        int with = set | 1 << s;
        own[with] = Math.min(own[with], driven + there + home);
        extend(crew, with, stop.work().site(), end, driven + there);
      }
    }
  }

  private static boolean mayCome(Crew crew, Stop stop) {
    return crew.can(stop.work())
        && stop.pinned().map(named -> named.equals(crew.technician())).orElse(true);
  }
}
