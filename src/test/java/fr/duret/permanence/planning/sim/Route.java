package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Crew;
import fr.duret.permanence.planning.PlannedRound;
import fr.duret.permanence.planning.Stop;
import fr.duret.permanence.planning.TravelMatrix;
import fr.duret.permanence.planning.Window;
import java.util.ArrayList;
import java.util.List;

/// One technician's day of the clairvoyant: earliest and latest starts are kept for each stop, so
/// that an insertion is tested with three look-ups. It shares nothing with the product's rounds.
final class Route {

  private static final int CAPACITY = 18;

  final int day;
  private final Crew crew;
  private final TravelMatrix travel;
  private final Caller[] caller = new Caller[CAPACITY];
  private final int[] open = new int[CAPACITY];
  private final int[] close = new int[CAPACITY];
  private final int[] site = new int[CAPACITY];
  private final int[] service = new int[CAPACITY];
  private final int[] earliest = new int[CAPACITY];
  private final int[] latest = new int[CAPACITY];
  private int size;

  /// The best place found so far.
  static final class Spot {
    @SuppressWarnings("NullAway.Init")
    Route route;

    int at;
    int open;
    int close;
    int cost;

    Spot clear() {
      cost = Integer.MAX_VALUE;
      return this;
    }
  }

  Route(int day, Crew crew, TravelMatrix travel) {
    this.day = day;
    this.crew = crew;
    this.travel = travel;
    site[0] = crew.start();
    earliest[0] = crew.leave();
    refresh();
  }

  Route copy() {
    Route copy = new Route(day, crew, travel);
    copy.copyFrom(this);
    return copy;
  }

  void copyFrom(Route other) {
    size = other.size;
    int used = size + 2;
    System.arraycopy(other.caller, 0, caller, 0, used);
    System.arraycopy(other.open, 0, open, 0, used);
    System.arraycopy(other.close, 0, close, 0, used);
    System.arraycopy(other.site, 0, site, 0, used);
    System.arraycopy(other.service, 0, service, 0, used);
    System.arraycopy(other.earliest, 0, earliest, 0, used);
    System.arraycopy(other.latest, 0, latest, 0, used);
  }

  int size() {
    return size;
  }

  boolean can(Caller candidate) {
    return crew.can(candidate.work());
  }

  Caller caller(int position) {
    return caller[position];
  }

  @SuppressWarnings("ReferenceEquality")
  int positionOf(Caller wanted) {
    int at = 1;
    while (caller[at] != wanted) {
      at++;
    }
    return at;
  }

  /// Finds the cheapest place for a visit that may begin in any of these windows of one half-day.
  void offer(Caller candidate, Window begin, Spot best) {
    if (size + 2 >= CAPACITY || !works(begin)) {
      return;
    }
    int there = candidate.work().site();
    int length = candidate.work().service();
    int last = Math.min(begin.end(), Slot.halfDayEnd(begin) - length);
    for (int i = 0; i <= size; i++) {
      int free = earliest[i] + service[i];
      if (free > last) {
        return;
      }
      int to = travel.seconds(site[i], there);
      int onward = travel.seconds(there, site[i + 1]);
      int start = Math.max(free + to, begin.begin());
      int cost = to + onward - travel.seconds(site[i], site[i + 1]);
      if (cost < best.cost && start <= last && start + length + onward <= latest[i + 1]) {
        best.route = this;
        best.at = i + 1;
        best.open = begin.begin();
        best.close = last;
        best.cost = cost;
      }
    }
  }

  private boolean works(Window begin) {
    return crew.halfDays().stream().anyMatch(half -> half.overlaps(begin));
  }

  void insert(Spot spot, Caller added) {
    shift(spot.at, size + 1, 1);
    caller[spot.at] = added;
    open[spot.at] = spot.open;
    close[spot.at] = spot.close;
    site[spot.at] = added.work().site();
    service[spot.at] = added.work().service();
    size++;
    refresh();
  }

  Caller remove(int position) {
    Caller removed = caller[position];
    shift(position + 1, size + 1, -1);
    size--;
    refresh();
    return removed;
  }

  private void shift(int from, int to, int by) {
    int count = to - from + 1;
    System.arraycopy(caller, from, caller, from + by, count);
    System.arraycopy(open, from, open, from + by, count);
    System.arraycopy(close, from, close, from + by, count);
    System.arraycopy(site, from, site, from + by, count);
    System.arraycopy(service, from, service, from + by, count);
  }

  private void refresh() {
    site[size + 1] = crew.end();
    service[size + 1] = 0;
    open[size + 1] = 0;
    for (int i = 1; i <= size + 1; i++) {
      int free = earliest[i - 1] + service[i - 1];
      earliest[i] = Math.max(free + travel.seconds(site[i - 1], site[i]), open[i]);
    }
    latest[size + 1] = crew.back();
    for (int i = size; i >= 1; i--) {
      int leave = latest[i + 1] - travel.seconds(site[i], site[i + 1]) - service[i];
      latest[i] = Math.min(leave, close[i]);
    }
  }

  /// The visits with what was promised: to begin between the earliest and the latest time that
  /// suit.
  PlannedRound planned() {
    List<Stop> stops = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      stops.add(Stop.of(caller[i].work(), new Window(open[i], close[i])));
    }
    return new PlannedRound(crew, stops);
  }

  int driving() {
    int sum = 0;
    for (int i = 0; i <= size; i++) {
      sum += travel.seconds(site[i], site[i + 1]);
    }
    return sum;
  }
}
