package fr.duret.permanence.booking;

import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.Place;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.company.TechnicianSpec;
import fr.duret.permanence.geo.DistanceTravelTimes;
import fr.duret.permanence.geo.MarginTravelTimes;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.geo.TravelTimes;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.PromiseCheck;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.technicians.Block;
import fr.duret.permanence.technicians.Technicians;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/// A small agency with two technicians, a clock that tests set, and what tests ask of its days.
final class Agency implements InstantSource {

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private static final List<Hours> HALF_DAYS = List.of(hours(8, 12), hours(14, 18));
  private static final List<Hours> WINDOWS =
      List.of(hours(8, 10), hours(10, 12), hours(14, 16), hours(16, 18));

  private final AtomicReference<Instant> now = new AtomicReference<>();
  final Company company = company();
  private final Store store;
  final TravelTimes times = MarginTravelTimes.usual(new DistanceTravelTimes());
  final Technicians technicians;
  final Booking booking;

  Agency(Store store) {
    this.store = store;
    technicians = new Technicians(company, store);
    booking = node();
    at("2026-11-22T18:30");
  }

  /// A set of components of its own on the same store, as another node has.
  Booking node() {
    return node(store);
  }

  /// As another node has them, through a connection of its own.
  Booking node(Store other) {
    Technicians its = other == store ? technicians : new Technicians(company, other);
    return new Booking(other, company, its, times, HoldTimes.usual(), this);
  }

  /// What improves the days of this agency with another optimiser.
  Improving improving(Improving.Optimisation optimisation) {
    return new Improving(
        new MongoDays(store, "74600"),
        technicians,
        () -> new Plans(company, times),
        this,
        () -> LocalDateTime.ofInstant(instant(), PARIS),
        optimisation);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  void at(String local) {
    now.set(LocalDateTime.parse(local).atZone(PARIS).toInstant());
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }

  private static Company company() {
    Place agency = new Place("8 rue de la Césière", "74600", "Seynod", new Point(45.883, 6.088));
    return new Company(
        "Duret",
        PARIS,
        agency,
        45,
        HALF_DAYS,
        "",
        List.of(),
        List.of(technician("gaetan", agency), technician("nadia", agency)),
        List.of(),
        List.of(
            new ServiceKind(
                "entretien",
                "entretien",
                Duration.ofMinutes(90),
                "courant",
                WINDOWS,
                21,
                Map.of("argent", 4)),
            new ServiceKind(
                "depannage",
                "dépannage",
                Duration.ofMinutes(60),
                "courant",
                WINDOWS,
                10,
                Map.of("argent", 5, "aucun", 3))));
  }

  private static TechnicianSpec technician(String id, Place home) {
    Address number = Address.phone("06 39 98 00 11").orElseThrow();
    return new TechnicianSpec(id, id, number, Set.of("courant"), home, HALF_DAYS);
  }

  static Hours hours(int from, int to) {
    return new Hours(LocalTime.of(from, 0), LocalTime.of(to, 0));
  }

  static Slot slot(LocalDate day, int from) {
    return new Slot(day, LocalTime.of(from, 0), LocalTime.of(from + 2, 0));
  }

  /// A wish for these days and no other.
  static Wish only(LocalDate from, LocalDate until) {
    return new Wish(
        List.of(Wish.Period.days(from, until)),
        List.of(
            Wish.Period.days(LocalDate.MIN, from.minusDays(1)),
            Wish.Period.days(until.plusDays(1), LocalDate.MAX)));
  }

  static OfferRequest request(String person, Wish wish) {
    Site site = Site.ofCommune("74000", "Annecy", pointOf(person));
    return new OfferRequest(
        person, true, Channel.SMS, site, "depannage", wish, Optional.empty(), Optional.empty());
  }

  static OfferRequest stranger(String person, Wish wish) {
    OfferRequest known = request(person, wish);
    return new OfferRequest(
        person,
        false,
        Channel.SMS,
        known.site(),
        known.service(),
        wish,
        Optional.empty(),
        Optional.empty());
  }

  /// Everybody lives somewhere else in the town.
  private static Point pointOf(String person) {
    int spread = Math.floorMod(person.hashCode(), 100);
    return new Point(45.88 + spread / 4000.0, 6.10 + spread % 10 / 400.0);
  }

  Offer.Offered offer(String cause, OfferRequest request) {
    return (Offer.Offered) booking.offer(cause, request);
  }

  /// Nobody works from that day to the other, both included.
  void close(LocalDate from, LocalDate until) {
    for (String who : List.of("gaetan", "nadia")) {
      technicians.block(
          new Block(
              who + from,
              who,
              Block.Kind.ABSENCE,
              from.atStartOfDay(),
              until.plusDays(1).atStartOfDay(),
              "full"));
    }
  }

  /// Offers and books the first slot.
  Visit book(String person, Wish wish) {
    Offer.Offered offered = offer("offer-" + person, request(person, wish));
    Slot slot = offered.slots().getFirst().slot();
    return ((Confirmation.Booked) booking.confirm("book-" + person, offered.hold(), slot)).visit();
  }

  /// Fills the weeks before this Monday with visits all round the town.
  ///
  /// @return how many there are
  int past(int wanted) {
    List<Seeding.Wanted> customers = new ArrayList<>();
    List<Seeding.Gap> gaps = new ArrayList<>();
    LocalDate day = MONDAY.minusDays(35);
    for (int i = 0; i < wanted; i++) {
      Site site = Site.ofCommune("74000", "Annecy", pointOf("past-" + i));
      customers.add(new Seeding.Wanted(client("H-" + i, site), site));
      Hours window = WINDOWS.get(i / 2 % WINDOWS.size());
      gaps.add(
          new Seeding.Gap(day, i % 2 == 0 ? "gaetan" : "nadia", window, Optional.of("depannage")));
      day = i % 8 == 7 ? Holidays.nextWorkingDay(day) : day;
    }
    return booking.seed(customers, gaps);
  }

  private static Client client(String id, Site site) {
    return new Client(
        id,
        Client.Kind.CLIENT,
        Optional.empty(),
        Optional.empty(),
        Optional.of(id),
        List.of(site),
        List.of(),
        Optional.empty(),
        1);
  }

  Day day(LocalDate date) {
    return new MongoDays(store, "74600").load(date);
  }

  Map<LocalDate, Day> days() {
    LocalDate today = LocalDate.ofInstant(instant(), PARIS);
    return new MongoDays(store, "74600").load(today, today.plusDays(60));
  }

  /// What is broken on any day: as the check finds that every improved day must pass, and as a
  /// drive through the stored documents does that shares nothing with the product.
  List<Object> broken() {
    Plans plans = new Plans(company, times);
    List<Object> found =
        new ArrayList<>(new StoredPromises(store, times, company.agency().point()).broken());
    days().values().forEach(day -> found.addAll(broken(day, plans)));
    return found;
  }

  private List<PromiseCheck.Broken> broken(Day day, Plans plans) {
    DayPlan plan =
        plans.plan(day, technicians.free(day.date(), day.date()), instant(), held -> false);
    return PromiseCheck.broken(plan, plans.matrix());
  }

  Store store() {
    return store;
  }
}
