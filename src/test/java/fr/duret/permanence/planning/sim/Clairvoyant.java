package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.PlannedRound;
import fr.duret.permanence.planning.PromiseCheck;
import fr.duret.permanence.planning.Window;
import fr.duret.permanence.planning.sim.Route.Spot;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoubleSupplier;

/// The best plan found when every call and every diary of three weeks is known in advance: ruin and
/// recreate (short strings of neighbouring visits are taken out of a few rounds and put back
/// greedily with blinks), accepted as simulated annealing does. After Christiaens and Vanden
/// Berghe's SISR.
///
/// No real planner comes near; and it is the best plan found, not a proven bound.
final class Clairvoyant {

  private static final double BLINK = .02;
  private static final double HOT = 240;
  private static final int NEIGHBOURS = 40;
  private static final int STRINGS = 6;
  private static final int LONGEST = 8;
  private static final long LEFT_OUT = 10_000_000;
  private static final Window MORNING = Window.hours(8, 12);
  private static final Window AFTERNOON = new Window(14 * 3600, Slot.AFTERNOON_END);

  private final Route[] routes;
  private final Route[] kept;
  private final Route[] bestRoutes;
  private final long[] costs;
  private final boolean[] touched;
  private final List<Caller> callers;
  private final IdentityHashMap<Caller, Integer> where = new IdentityHashMap<>();
  private final IdentityHashMap<Caller, Caller[]> neighbours = new IdentityHashMap<>();
  private final Random random;
  private final Spot best = new Spot();
  private List<Caller> out;

  private Clairvoyant(Instance instance, List<Caller> callers, long seed) {
    this.callers = callers;
    this.out = new ArrayList<>(callers);
    this.random = new Random(seed);
    List<Route> all = new ArrayList<>();
    for (int day = 0; day < instance.days(); day++) {
      for (var crew : instance.crews().get(day)) {
        all.add(new Route(day, crew, instance.travel()));
      }
    }
    routes = all.toArray(Route[]::new);
    kept = copies();
    bestRoutes = copies();
    costs = new long[routes.length];
    touched = new boolean[routes.length];
    for (Caller caller : callers) {
      Comparator<Caller> byDistance =
          Comparator.comparingInt(
              o -> instance.travel().seconds(caller.work().site(), o.work().site()));
      neighbours.put(
          caller, callers.stream().sorted(byDistance).limit(NEIGHBOURS).toArray(Caller[]::new));
    }
    for (int r = 0; r < routes.length; r++) {
      costs[r] = routes[r].driving();
    }
  }

  /// The best plan that is found in so many seconds of this thread's processor time: on a busy
  /// machine it searches no less than on an idle one.
  static List<DayPlan> plan(Instance instance, List<Caller> callers, double seconds, long seed) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    Clairvoyant clairvoyant = new Clairvoyant(instance, callers, seed);
    clairvoyant.run(() -> (threads.getCurrentThreadCpuTime() - begin) / (seconds * 1e9));
    return clairvoyant.checked(instance);
  }

  /// The best plan that is found in so many steps.
  static List<DayPlan> plan(Instance instance, List<Caller> callers, int steps) {
    Clairvoyant clairvoyant = new Clairvoyant(instance, callers, 1);
    AtomicInteger asked = new AtomicInteger();
    clairvoyant.run(() -> 16. * asked.getAndIncrement() / steps);
    return clairvoyant.checked(instance);
  }

  private void run(DoubleSupplier progress) {
    recreate(0);
    long current = settle();
    long least = current;
    copy(routes, bestRoutes);
    double share = progress.getAsDouble();
    for (int step = 1; share < 1; step++) {
      share = step % 16 == 0 ? progress.getAsDouble() : share;
      List<Caller> before = out;
      out = new ArrayList<>(out);
      ruin();
      recreate(BLINK);
      double temperature = HOT * Math.pow(1 / HOT, share);
      if (cost() < current - temperature * Math.log(random.nextDouble())) {
        current = settle();
        if (current < least) {
          least = current;
          copy(routes, bestRoutes);
        }
      } else {
        undo(before);
      }
    }
  }

  private List<DayPlan> checked(Instance instance) {
    List<DayPlan> plan = new ArrayList<>();
    int r = 0;
    int visits = 0;
    for (DayPlan empty : instance.empty()) {
      List<PlannedRound> rounds = new ArrayList<>();
      for (int i = 0; i < empty.rounds().size(); i++) {
        rounds.add(bestRoutes[r++].planned());
      }
      DayPlan day = new DayPlan(empty.date(), rounds, List.of());
      if (!PromiseCheck.broken(day, instance.travel()).isEmpty()) {
        throw new IllegalStateException("the clairvoyant cheats on " + day.date());
      }
      visits += day.stops().size();
      plan.add(day);
    }
    if (visits != callers.size()) {
      throw new IllegalStateException("the clairvoyant left somebody out");
    }
    return plan;
  }

  private void ruin() {
    boolean fromPlan = out.isEmpty() || random.nextInt(4) > 0;
    List<Caller> among = fromPlan ? callers : out;
    Caller seed = among.get(random.nextInt(among.size()));
    int strings = 1 + random.nextInt(STRINGS);
    for (Caller near : neighbours.getOrDefault(seed, new Caller[0])) {
      Integer r = where.get(near);
      if (r != null && !touched[r] && strings-- > 0) {
        removeString(r, near);
      }
    }
  }

  private void removeString(int r, Caller near) {
    Route route = routes[r];
    int length = 1 + random.nextInt(Math.min(LONGEST, route.size()));
    int first =
        Math.clamp(route.positionOf(near) - random.nextInt(length), 1, route.size() - length + 1);
    touched[r] = true;
    for (int i = 0; i < length; i++) {
      Caller removed = route.remove(first);
      where.remove(removed);
      out.add(removed);
    }
  }

  private void recreate(double blink) {
    List<Caller> todo = out;
    out = new ArrayList<>();
    Collections.shuffle(todo, random);
    if (random.nextInt(3) == 0) {
      todo.sort(Comparator.comparingInt(caller -> -caller.work().service()));
    }
    for (Caller caller : todo) {
      int r = cheapest(caller, blink);
      if (r < 0) {
        out.add(caller);
      } else {
        touched[r] = true;
        where.put(caller, r);
        best.route.insert(best, caller);
      }
    }
  }

  private int cheapest(Caller caller, double blink) {
    best.clear();
    int at = -1;
    for (int r = 0; r < routes.length; r++) {
      Route route = routes[r];
      int free = caller.free()[route.day];
      if (free == 0 || !route.can(caller) || (blink > 0 && random.nextDouble() < blink)) {
        continue;
      }
      int before = best.cost;
      offer(route, caller, free & Slot.MORNINGS, Slot.MORNINGS, MORNING);
      offer(route, caller, free & Slot.AFTERNOONS, Slot.AFTERNOONS, AFTERNOON);
      at = best.cost < before ? r : at;
    }
    return at;
  }

  /// Who is free in both windows of a half-day may be visited at any time of it.
  private void offer(Route route, Caller caller, int free, int all, Window half) {
    if (free == all) {
      route.offer(caller, half, best);
    } else if (free != 0) {
      route.offer(caller, Slot.WINDOWS.get(Integer.numberOfTrailingZeros(free)), best);
    }
  }

  private long cost() {
    long sum = LEFT_OUT * out.size();
    for (int r = 0; r < routes.length; r++) {
      sum += touched[r] ? routes[r].driving() : costs[r];
    }
    return sum;
  }

  private long settle() {
    for (int r = 0; r < routes.length; r++) {
      if (touched[r]) {
        kept[r].copyFrom(routes[r]);
        costs[r] = routes[r].driving();
        touched[r] = false;
      }
    }
    return cost();
  }

  private void undo(List<Caller> before) {
    out.forEach(where::remove);
    for (int r = 0; r < routes.length; r++) {
      if (touched[r]) {
        routes[r].copyFrom(kept[r]);
        for (int i = 1; i <= routes[r].size(); i++) {
          where.put(routes[r].caller(i), r);
        }
        touched[r] = false;
      }
    }
    out = before;
    out.forEach(where::remove);
  }

  private static void copy(Route[] from, Route[] to) {
    for (int r = 0; r < from.length; r++) {
      to[r].copyFrom(from[r]);
    }
  }

  private Route[] copies() {
    return Arrays.stream(routes).map(Route::copy).toArray(Route[]::new);
  }
}
