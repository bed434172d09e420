package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Horizon;
import fr.duret.permanence.planning.Insertions;
import fr.duret.permanence.planning.OfferRequest;
import fr.duret.permanence.planning.Offers;
import fr.duret.permanence.planning.TravelMargin;
import fr.duret.permanence.planning.Window;
import fr.duret.permanence.planning.Wish;
import fr.duret.permanence.planning.Work;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Time to choose the offers of one request among 15 days, one thread, warmed up.
public final class Latency {

  private static final int DAYS = 15;
  private static final int ASKED = 300;

  private Latency() {}

  /// Prints p50 and p99 for 8 technicians with 150 visits and for 50 with 900, by formula and by
  /// look-ahead.
  public static void main(String... args) {
    measure(new Streams.Size(8, DAYS, 13, 60, 14, 14), 150);
    measure(new Streams.Size(50, DAYS, 13, 400, 90, 90), 900);
  }

  private static void measure(Streams.Size size, int booked) {
    Instance instance = Streams.make(size, TravelMargin.USUAL, 7);
    List<DayPlan> days = filled(instance, booked);
    int visits = days.stream().mapToInt(day -> day.stops().size()).sum();
    System.out.printf("%d technicians, %d days, %d visits%n", size.technicians(), DAYS, visits);
    for (boolean history : new boolean[] {false, true}) {
      Horizon horizon = instance.horizon(days, history);
      time(instance, horizon);
      report(history ? "look-ahead" : "formula", time(instance, horizon));
    }
  }

  private static List<DayPlan> filled(Instance instance, int wanted) {
    List<DayPlan> days = new ArrayList<>(instance.empty());
    List<Caller> callers = instance.callers();
    Set<String> booked = new HashSet<>();
    for (int attempt = 0; booked.size() < wanted; attempt++) {
      Work work = callers.get(attempt % callers.size()).work();
      int day = (attempt + attempt / callers.size()) % DAYS;
      Window window = Slot.WINDOWS.get(attempt / DAYS % Slot.WINDOWS.size());
      if (!booked.contains(work.id())) {
        Insertions.cheapest(days.get(day), instance.travel(), work, window)
            .ifPresent(found -> {
              days.set(day, found.plan());
              booked.add(work.id());
            });
      }
    }
    return days;
  }

  private static long[] time(Instance instance, Horizon horizon) {
    Offers offers = new Offers();
    long[] nanos = new long[ASKED];
    for (int i = 0; i < ASKED; i++) {
      var past = instance.history().get(i);
      OfferRequest request = new OfferRequest(past.work(), Slot.WINDOWS, Wish.anything());
      long begin = cpu();
      offers.offers(horizon, request);
      nanos[i] = cpu() - begin;
    }
    return nanos;
  }

  /// Processor time: what the clock says depends on who else works on the machine.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void report(String what, long[] nanos) {
    Arrays.sort(nanos);
    System.out.printf(
        Locale.ROOT,
        "  %-10s p50 %.2f ms, p99 %.2f ms%n",
        what,
        nanos[ASKED / 2] / 1e6,
        nanos[ASKED * 99 / 100] / 1e6);
  }
}
