package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.List;

/// Puts a technician's blocked time among his stops. The order of the stops is given; where each
/// meeting falls is not, so all ways are tried that keep the promises, and the shortest is taken.
final class Merge {

  private final TravelMatrix travel;
  private final Crew crew;
  private final List<Entry> visits;
  private final List<Entry> blocked;
  private final List<Entry> path = new ArrayList<>();
  private List<Entry> best = List.of();
  private int bestDriving = Integer.MAX_VALUE;

  Merge(PlannedRound round, TravelMatrix travel) {
    this.travel = travel;
    this.crew = round.crew();
    this.visits = round.stops().stream().map(this::entry).toList();
    this.blocked = crew.blocked().stream().map(b -> Entry.of(b, crew)).toList();
  }

  private Entry entry(Stop stop) {
    return crew.halfDayOf(stop.window())
        .map(half -> Entry.of(stop, half))
        .orElseGet(() -> Entry.outside(stop));
  }

  /// Stops and blocked time in order; if no order keeps every promise, in order of time.
  List<Entry> entries() {
    if (blocked.isEmpty()) {
      return visits;
    }
    extend(0, 0, crew.leave(), 0);
    return bestDriving < Integer.MAX_VALUE ? best : byTime();
  }

  private void extend(int visit, int block, int free, int driven) {
    if (visit == visits.size() && block == blocked.size()) {
      finish(free, driven);
      return;
    }
    if (visit < visits.size()) {
      append(visits.get(visit), visit + 1, block, free, driven);
    }
    if (block < blocked.size()) {
      append(blocked.get(block), visit, block + 1, free, driven);
    }
  }

  private void append(Entry next, int visit, int block, int free, int driven) {
    boolean onItsOwn = next.blocked() && (path.isEmpty() || path.getLast().blocked());
    int drive = travel.seconds(here(), next.site());
    int start = onItsOwn ? next.open() : Math.max(free + drive, next.open());
    if (start <= next.close()) {
      path.add(next);
      extend(visit, block, start + next.service(), driven + drive);
      path.removeLast();
    }
  }

  private int here() {
    return path.isEmpty() ? crew.start() : path.getLast().site();
  }

  private void finish(int free, int driven) {
    int home = travel.seconds(here(), crew.end());
    boolean inTime = path.getLast().blocked() || free + home <= crew.back();
    if (inTime && driven + home < bestDriving) {
      bestDriving = driven + home;
      best = List.copyOf(path);
    }
  }

  private List<Entry> byTime() {
    List<Entry> all = new ArrayList<>(visits);
    for (Entry block : blocked) {
      int at = 0;
      while (at < all.size() && all.get(at).open() < block.open()) {
        at++;
      }
      all.add(at, block);
    }
    return all;
  }
}
