package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One technician's day while it is searched: mutable, for one thread.
///
/// For each entry it keeps the earliest start (pushed forward from the beginning) and the latest
/// start that still keeps every later promise (pulled back from the end). They are renewed only
/// when the round changes, so that testing an insertion takes three look-ups: arrive after the
/// entry before, begin inside the window, reach the entry after it by its latest start. Entry 0 is
/// the departure, entry `size + 1` the return; visits and blocked time lie between.
final class Round {

  private static final int SPARE = 4;

  private final TravelMatrix travel;
  private final Crew crew;
  private @Nullable Stop[] stop;
  private boolean[] fixed;
  private int[] site;
  private int[] service;
  private int[] open;
  private int[] close;
  private int[] earliest;
  private int[] latest;
  private int size;

  /// A round as planned, its blocked time among the stops.
  Round(PlannedRound planned, TravelMatrix travel) {
    this.travel = travel;
    this.crew = planned.crew();
    List<Entry> entries = new Merge(planned, travel).entries();
    allocate(entries.size() + 2 + SPARE);
    site[0] = crew.start();
    service[0] = 0;
    for (Entry entry : entries) {
      set(++size, entry);
    }
    refresh();
  }

  private Round(Round other) {
    travel = other.travel;
    crew = other.crew;
    allocate(other.site.length);
    copyFrom(other);
  }

  @SuppressWarnings("NullAway.Init")
  private void allocate(int capacity) {
    stop = new Stop[capacity];
    fixed = new boolean[capacity];
    site = new int[capacity];
    service = new int[capacity];
    open = new int[capacity];
    close = new int[capacity];
    earliest = new int[capacity];
    latest = new int[capacity];
  }

  Round copy() {
    return new Round(this);
  }

  /// Becomes equal to another state of the same technician's day.
  void copyFrom(Round other) {
    int used = other.size + 2;
    reserve(used);
    size = other.size;
    System.arraycopy(other.stop, 0, stop, 0, used);
    System.arraycopy(other.fixed, 0, fixed, 0, used);
    System.arraycopy(other.site, 0, site, 0, used);
    System.arraycopy(other.service, 0, service, 0, used);
    System.arraycopy(other.open, 0, open, 0, used);
    System.arraycopy(other.close, 0, close, 0, used);
    System.arraycopy(other.earliest, 0, earliest, 0, used);
    System.arraycopy(other.latest, 0, latest, 0, used);
  }

  Crew crew() {
    return crew;
  }

  /// The stops without the blocked time.
  PlannedRound planned() {
    List<Stop> stops = new ArrayList<>();
    for (int i = 1; i <= size; i++) {
      Stop visit = stop[i];
      if (visit != null) {
        stops.add(visit);
      }
    }
    return new PlannedRound(crew, stops);
  }

  /// Entries between departure and return.
  int size() {
    return size;
  }

  /// The visit at an entry; none where time is blocked and at both ends.
  @Nullable Stop stop(int entry) {
    return entry == 0 || entry > size ? null : stop[entry];
  }

  int site(int entry) {
    return site[entry];
  }

  int earliest(int entry) {
    return earliest[entry];
  }

  /// Finds the cheapest place for work in a window; keeps it in `best` if it beats what is there.
  void cheapest(Work work, Window window, Best best) {
    int half = half(window);
    if (half < 0) {
      return;
    }
    int opens = Math.max(window.begin(), crew.halfDays().get(half).begin());
    int closes = Math.min(window.end(), crew.halfDays().get(half).end() - work.service());
    int place = work.site();
    for (int i = 0; i <= size; i++) {
      int free = earliest[i] + service[i];
      if (free > closes) {
        return;
      }
      if (latest[i + 1] < opens) {
        continue;
      }
      int there = travel.seconds(site[i], place);
      int onward = travel.seconds(place, site[i + 1]);
      int start = Math.max(free + there, opens);
      if (start <= closes && start + work.service() + onward <= latest[i + 1]) {
        best.offer(this, i + 1, there + onward - travel.seconds(site[i], site[i + 1]));
      }
    }
  }

  /// Whether the work fits anywhere in that window.
  boolean fits(Work work, Window window) {
    Best best = new Best();
    cheapest(work, window, best);
    return best.found();
  }

  /// Puts a stop at an entry; it must fit there.
  void insert(int entry, Stop added) {
    int half = half(added.window());
    if (half < 0) {
      throw new IllegalArgumentException(added.id() + " is outside the working time");
    }
    reserve(size + 3);
    for (int i = size + 1; i >= entry; i--) {
      move(i, i + 1);
    }
    size++;
    set(entry, Entry.of(added, crew.halfDays().get(half)));
    refresh();
  }

  /// Driving of the whole day.
  int driving() {
    int sum = 0;
    for (int i = 0; i <= size; i++) {
      sum += travel.seconds(site[i], site[i + 1]);
    }
    return sum;
  }

  private int half(Window window) {
    for (int h = 0; h < crew.halfDays().size(); h++) {
      if (crew.halfDays().get(h).overlaps(window)) {
        return h;
      }
    }
    return -1;
  }

  private void set(int i, Entry entry) {
    stop[i] = entry.stop();
    fixed[i] = entry.stop() == null;
    site[i] = entry.site();
    service[i] = entry.service();
    open[i] = entry.open();
    close[i] = entry.close();
  }

  private void move(int from, int to) {
    stop[to] = stop[from];
    fixed[to] = fixed[from];
    site[to] = site[from];
    service[to] = service[from];
    open[to] = open[from];
    close[to] = close[from];
  }

  private void reserve(int capacity) {
    if (capacity <= site.length) {
      return;
    }
    int grown = capacity + SPARE;
    stop = Arrays.copyOf(stop, grown);
    fixed = Arrays.copyOf(fixed, grown);
    site = Arrays.copyOf(site, grown);
    service = Arrays.copyOf(service, grown);
    open = Arrays.copyOf(open, grown);
    close = Arrays.copyOf(close, grown);
    earliest = Arrays.copyOf(earliest, grown);
    latest = Arrays.copyOf(latest, grown);
  }

  private void refresh() {
    int end = size + 1;
    site[end] = crew.end();
    service[end] = 0;
    open[end] = 0;
    close[end] = crew.back();
    fixed[0] = true;
    fixed[end] = true;
    earliest[0] = crew.leave();
    for (int i = 1; i <= end; i++) {
      int arrival = earliest[i - 1] + service[i - 1] + travel.seconds(site[i - 1], site[i]);
      earliest[i] = onItsOwn(i - 1, i) ? open[i] : Math.max(arrival, open[i]);
    }
    latest[end] = close[end];
    for (int i = size; i >= 1; i--) {
      int leave = latest[i + 1] - travel.seconds(site[i], site[i + 1]) - service[i];
      latest[i] = onItsOwn(i, i + 1) ? close[i] : Math.min(leave, close[i]);
    }
  }

  /// Getting from one blocked time to the next, or from home to it, is not for us to plan: whoever
  /// blocked it knows when he leaves.
  private boolean onItsOwn(int from, int to) {
    return fixed[from] && fixed[to];
  }
}
