package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Arrivals;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Insertion;
import fr.duret.permanence.planning.Insertions;
import fr.duret.permanence.planning.PromiseCheck;
import fr.duret.permanence.planning.Stop;
import fr.duret.permanence.planning.Window;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// Clients call one after another. Up to three rounds of offers; each takes the one he likes best
/// of those he can; if none suits, « Claire » takes anything he can.
final class Simulation {

  private static final int ROUNDS_OF_OFFERS = 3;

  private final Instance instance;
  private final Way way;
  private final UnaryOperator<DayPlan> afterBooking;
  private final List<DayPlan> plan;
  private final Map<String, Promise> promises = new HashMap<>();
  private final Outcome outcome = new Outcome();

  /// A way of choosing what to offer.
  interface Way {

    /// Best first.
    ///
    /// @param plan all days
    /// @param caller who asks
    /// @param allowed by day, the windows that may be offered
    List<Choice> offers(List<DayPlan> plan, Caller caller, int[] allowed);
  }

  /// A window on a day, by their numbers.
  record Choice(int day, int window) {

    int bit() {
      return 1 << window;
    }
  }

  private record Promise(int day, Stop stop) {}

  /// What a stream led to.
  static final class Outcome {
    List<DayPlan> plan = List.of();
    final List<Caller> booked = new ArrayList<>();
    int unserved;
    int offeredTwo;
    int acceptedFirst;
    long waitedDays;
    long drivingAsBooked;
    long drivingAfter;
  }

  /// @param afterBooking what is done to a day right after each booking
  Simulation(Instance instance, Way way, UnaryOperator<DayPlan> afterBooking) {
    this.instance = instance;
    this.way = way;
    this.afterBooking = afterBooking;
    this.plan = new ArrayList<>(instance.empty());
  }

  /// Serves the whole stream.
  ///
  /// @param nightly what is done to each day at the end
  /// @throws IllegalStateException if a promise was broken
  Outcome run(UnaryOperator<DayPlan> nightly) {
    instance.callers().forEach(this::serve);
    outcome.drivingAsBooked = driving();
    plan.replaceAll(nightly);
    outcome.drivingAfter = driving();
    outcome.plan = List.copyOf(plan);
    checkPromises();
    return outcome;
  }

  private void serve(Caller caller) {
    int[] allowed = suggested(caller);
    for (int attempt = 0; attempt < ROUNDS_OF_OFFERS; attempt++) {
      List<Choice> offers = way.offers(plan, caller, allowed);
      outcome.offeredTwo += attempt == 0 && offers.size() >= 2 ? 1 : 0;
      Optional<Choice> chosen = choose(caller, offers);
      if (chosen.isPresent()) {
        outcome.acceptedFirst += attempt == 0 ? 1 : 0;
        book(caller, chosen.get());
        return;
      }
      if (attempt == 0) {
        allowed = caller.wishes().clone();
      }
      for (Choice refused : offers) {
        allowed[refused.day()] &= ~refused.bit();
      }
    }
    cheapest(caller).ifPresentOrElse(c -> book(caller, c), () -> outcome.unserved++);
  }

  /// What may be offered as far as we know: what the client said, or else anything.
  private int[] suggested(Caller caller) {
    int[] allowed = new int[instance.days()];
    Arrays.fill(allowed, caller.first(), caller.last() + 1, Slot.possible(caller.work().service()));
    return caller.saysFirst() ? caller.wishes().clone() : allowed;
  }

  private static Optional<Choice> choose(Caller caller, List<Choice> offers) {
    return offers.stream()
        .filter(o -> (caller.free()[o.day()] & o.bit()) != 0)
        .max(Comparator.comparingDouble(o -> caller.taste()[o.day()][o.window()]));
  }

  private Optional<Choice> cheapest(Caller caller) {
    Choice best = null;
    int least = Integer.MAX_VALUE;
    for (Choice choice : choices(caller, caller.free())) {
      Optional<Insertion> found = insertion(caller, choice);
      if (found.isPresent() && found.get().offer().driving() < least) {
        least = found.get().offer().driving();
        best = choice;
      }
    }
    return Optional.ofNullable(best);
  }

  /// All windows of a mask, in order of time.
  static List<Choice> choices(Caller caller, int[] allowed) {
    List<Choice> all = new ArrayList<>();
    for (int day = caller.first(); day <= caller.last(); day++) {
      for (int w = 0; w < Slot.WINDOWS.size(); w++) {
        if ((allowed[day] >> w & 1) == 1) {
          all.add(new Choice(day, w));
        }
      }
    }
    return all;
  }

  private Optional<Insertion> insertion(Caller caller, Choice choice) {
    Window window = Slot.WINDOWS.get(choice.window());
    return Insertions.cheapest(plan.get(choice.day()), instance.travel(), caller.work(), window);
  }

  private void book(Caller caller, Choice choice) {
    DayPlan with = insertion(caller, choice).orElseThrow().plan();
    plan.set(choice.day(), afterBooking.apply(with));
    Window window = Slot.WINDOWS.get(choice.window());
    promises.put(caller.work().id(), new Promise(choice.day(), Stop.of(caller.work(), window)));
    outcome.booked.add(caller);
    outcome.waitedDays += choice.day() - caller.calls();
  }

  private long driving() {
    return plan.stream().mapToLong(day -> Arrivals.driving(day, instance.travel())).sum();
  }

  private void checkPromises() {
    int kept = 0;
    for (int day = 0; day < plan.size(); day++) {
      for (Stop stop : plan.get(day).stops()) {
        kept += new Promise(day, stop).equals(promises.get(stop.id())) ? 1 : 0;
      }
      if (!PromiseCheck.broken(plan.get(day), instance.travel()).isEmpty()) {
        throw new IllegalStateException("a promise was broken on day " + day);
      }
    }
    if (kept != promises.size()) {
      throw new IllegalStateException("a promise was lost");
    }
  }
}
