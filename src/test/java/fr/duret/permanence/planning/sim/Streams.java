package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Crew;
import fr.duret.permanence.planning.Demand.PastCall;
import fr.duret.permanence.planning.TravelMargin;
import fr.duret.permanence.planning.TravelMatrix;
import fr.duret.permanence.planning.Window;
import fr.duret.permanence.planning.Work;
import fr.duret.permanence.planning.sim.Caller.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Makes instances: 64 communes weighted by inhabitants, 700 sites, half the technicians from the
/// depot and half from home. Also draws calls such as they usually come, for the look-ahead: never
/// the true ones.
final class Streams {

  private static final int SITES = 700;
  private static final double[] SKILLS = {.60, .15, .15, .10};
  private static final int[] MINUTES = {45, 60, 90, 120, 180};
  private static final double[] MINUTES_SHARES = {.25, .25, .25, .15, .10};
  private static final int HALF_PAST_SEVEN = 27_000;
  private static final int HALF_PAST_NOON = 45_000;
  private static final int ONE = 46_800;
  private static final int SIX = 64_800;

  private final int days;
  private final RandomGenerator random;
  private final List<Place> places = new ArrayList<>();

  private Streams(int days, long seed) {
    this.days = days;
    this.random = new SplittableRandom(seed);
  }

  /// How busy the simulated company is.
  ///
  /// @param technicians how many work there
  /// @param days how many days are planned
  /// @param callingDays on how many of them people call
  /// @param backlog contract visits due at the start
  /// @param min fewest calls a day
  /// @param max most calls a day
  record Size(int technicians, int days, int callingDays, int backlog, int min, int max) {

    /// The size of the company: 4 technicians, 12 to 16 calls a day over three weeks.
    static final Size USUAL = new Size(4, 32, 15, 40, 12, 16);

    double callsPerDay() {
      return (min + max) / 2.;
    }
  }

  /// A stream of calls and the company that serves it.
  static Instance make(Size size, TravelMargin margin, long seed) {
    Streams streams = new Streams(size.days, seed);
    for (int i = 0; i < SITES; i++) {
      streams.places.add(streams.somewhere());
    }
    List<Set<String>> skills = streams.team(size.technicians);
    List<List<Crew>> crews = streams.crews(skills);
    List<Caller> callers = streams.callers(size);
    List<Place> places = streams.places;
    TravelMatrix travel =
        TravelMatrix.of(
            places.size(), (from, to) -> margin.on(places.get(from).seconds(places.get(to))));
    return new Instance(travel, crews, callers, history(seed), size.callsPerDay());
  }

  private Place somewhere() {
    Commune commune = Commune.at(random.nextDouble());
    double km = commune.weight() > 8 ? 1.2 : .8;
    return new Place(
        commune.lat() + random.nextGaussian() * km / 111,
        commune.lon() + random.nextGaussian() * km / 77);
  }

  private List<Set<String>> team(int technicians) {
    List<Set<String>> team = new ArrayList<>();
    for (int t = 0; t < technicians; t++) {
      places.add(t % 2 == 0 ? Place.DEPOT : somewhere());
      Set<String> skills = new TreeSet<>(Set.of("skill0"));
      for (int s = 1; s < SKILLS.length; s++) {
        if ((t + s) % 4 < 2 || random.nextDouble() < .2) {
          skills.add("skill" + s);
        }
      }
      team.add(skills);
    }
    return team;
  }

  private List<List<Crew>> crews(List<Set<String>> skills) {
    List<List<Crew>> all = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      List<Crew> crews = new ArrayList<>();
      for (int t = 0; t < skills.size(); t++) {
        crews.add(crew(t, skills.get(t), random.nextDouble()));
      }
      all.add(List.copyOf(crews));
    }
    return List.copyOf(all);
  }

  /// 3 % of the days absent, 2 % with a morning only, 2 % with an afternoon only.
  private static Crew crew(int t, Set<String> skills, double p) {
    int home = SITES + t;
    boolean morning = p >= .03 && (p < .05 || p >= .07);
    boolean afternoon = p >= .05;
    List<Window> halves =
        Slot.HALF_DAYS.stream().filter(h -> h.inTheMorning() ? morning : afternoon).toList();
    return new Crew(
        "T" + t,
        home,
        home,
        skills,
        morning ? HALF_PAST_SEVEN : ONE,
        afternoon ? SIX : HALF_PAST_NOON,
        halves,
        List.of());
  }

  private List<Caller> callers(Size size) {
    List<Caller> callers = new ArrayList<>();
    for (int i = 0; i < size.backlog; i++) {
      random.nextDouble();
      callers.add(caller("r" + callers.size(), 0, Kind.CONTRACT));
    }
    for (int day = 0; day < size.callingDays; day++) {
      int calls = size.min + random.nextInt(size.max - size.min + 1);
      for (int i = 0; i < calls; i++) {
        double p = random.nextDouble();
        Kind kind = p < .25 ? Kind.REPAIR : p < .6 ? Kind.JOB : Kind.CONTRACT;
        callers.add(caller("r" + callers.size(), day, kind));
      }
    }
    return List.copyOf(callers);
  }

  private Caller caller(String id, int today, Kind kind) {
    int first = today + kind.soonest;
    int last = Math.min(days - 1, today + kind.latest);
    int service = 60 * MINUTES[draw(MINUTES_SHARES)];
    String skill = "skill" + draw(SKILLS);
    Work work = new Work(id, random.nextInt(SITES), service, skill);
    int suits = Slot.possible(service) & halves(random.nextDouble());
    boolean choosy = kind != Kind.REPAIR && random.nextDouble() < .20;
    int weekdays = choosy ? 1 + random.nextInt(30) : 0b11111;
    boolean saysFirst = random.nextDouble() < .5;
    int[] wishes = new int[days];
    for (int day = first; day <= last; day++) {
      wishes[day] = (weekdays >> day % 5 & 1) == 1 ? suits : 0;
    }
    int[] free = new int[days];
    double[][] taste = new double[days][Slot.WINDOWS.size()];
    for (int day = first; day <= last; day++) {
      for (int w = 0; w < Slot.WINDOWS.size(); w++) {
        free[day] |= random.nextDouble() < .75 ? wishes[day] & 1 << w : 0;
        taste[day][w] = gumbel() - .15 * (day - first);
      }
    }
    return new Caller(work, kind, today, first, last, saysFirst, wishes, free, taste);
  }

  /// 20 % want a morning, 15 % an afternoon.
  private static int halves(double wish) {
    return wish < .20 ? Slot.MORNINGS : wish < .35 ? Slot.AFTERNOONS : Slot.ANY;
  }

  private double gumbel() {
    return -Math.log(-Math.log(random.nextDouble()));
  }

  private int draw(double[] shares) {
    double p = random.nextDouble();
    int i = 0;
    while (i < shares.length - 1 && p >= shares[i]) {
      p -= shares[i++];
    }
    return i;
  }

  /// Last year's calls: the usual mix, drawn from a stream of their own.
  private static List<PastCall> history(long seed) {
    Streams lastYear = new Streams(90, seed + 1_000_000);
    return lastYear.callers(new Size(0, 90, 70, 0, 12, 16)).stream()
        .filter(caller -> wished(caller) != 0)
        .map(caller ->
            new PastCall(
                caller.work(),
                Slot.of(wished(caller)),
                caller.kind().soonest,
                caller.kind().latest))
        .toList();
  }

  private static int wished(Caller caller) {
    return Arrays.stream(caller.wishes()).reduce(0, (one, other) -> one | other);
  }
}
