package fr.duret.permanence.booking;

import fr.duret.permanence.booking.MongoDays.Change;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.geo.TravelTimes;
import fr.duret.permanence.planning.Demand;
import fr.duret.permanence.planning.Optimiser;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.technicians.Technicians;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;

/// Books visits. Every command carries its cause: repeated, it changes nothing and returns what it
/// returned before, whatever others have done since.
///
/// Every method may throw [com.mongodb.MongoException] when the store fails; then nothing is known,
/// and the same command must be repeated.
public final class Booking {

  /// How many days ahead a visit may be wished for; nothing is offered for later wishes.
  public static final int FARTHEST_DAYS = Finding.LATEST_WISH_DAYS;

  private final Parts parts;
  private final Offering offering;
  private final Commands commands;
  private final Days days;
  private final Improving improving;
  private final Reoptimiser reoptimiser;

  /// Books into the days kept in that store.
  ///
  /// @param times driving times with their margin
  /// @param clock the business clock
  public Booking(
      Store store,
      Company company,
      Technicians technicians,
      TravelTimes times,
      HoldTimes holdTimes,
      InstantSource clock) {
    MongoDays stored = new MongoDays(store, company.agency().postcode());
    MongoVisits visits = new MongoVisits(store);
    Reading.Now now = () -> LocalDateTime.ofInstant(clock.instant(), company.zone());
    Reading reading = new Reading(visits, stored, now);
    PastCalls pastCalls = new PastCalls(company, visits, () -> new Plans(company, times));
    this.improving =
        new Improving(
            stored,
            technicians,
            () -> pastCalls.terrain().plans(),
            clock,
            now,
            new Optimiser()::improve);
    this.reoptimiser =
        new Reoptimiser(improving, () -> pastCalls.refresh(now.local().toLocalDate()));
    this.parts =
        new Parts(
            company,
            technicians,
            stored,
            visits,
            new MongoOutcomes(store),
            pastCalls,
            reading,
            holdTimes,
            clock,
            reoptimiser::changed);
    this.offering = new Offering(parts);
    this.commands = new Commands(parts);
    this.days = new Days(parts);
  }

  /// What improves the changed days in the background; to be started and closed by the root.
  public Reoptimiser reoptimiser() {
    return reoptimiser;
  }

  /// Offers two or three slots, or one if there is only one, and holds them. A former hold of that
  /// person is released.
  ///
  /// @param cause id of the command
  public Offer offer(String cause, OfferRequest request) {
    return offering.offer(cause, request);
  }

  /// Books a slot that was offered; after the hold's lapse too, if it is still free. The windows
  /// held on other days stay so until [#releaseHold], so that the answer need not wait for that.
  ///
  /// @param cause id of the command; the visit's id derives from it
  /// @param hold the offer's hold
  /// @throws java.util.NoSuchElementException if there was no such offer
  public Confirmation confirm(String cause, String hold, Slot slot) {
    return commands.confirm(cause, hold, slot);
  }

  /// Moves a visit to a slot that was offered for it; the new slot is secured before the old one is
  /// given up. Windows held on other days stay so until [#releaseHold].
  ///
  /// @param cause id of the command
  /// @param hold the offer's hold
  /// @throws java.util.NoSuchElementException if there was no such offer, or no such visit
  public Move move(String cause, String visit, String hold, Slot slot) {
    return commands.move(cause, visit, hold, slot);
  }

  /// Cancels a visit and frees its slot.
  ///
  /// @throws java.util.NoSuchElementException if there is no such visit
  public Cancellation cancel(String cause, String visit) {
    return commands.cancel(cause, visit);
  }

  /// Fixes the visit's technician, because the client is told his name as certain.
  ///
  /// @return the visit, with the technician as pinned
  /// @throws java.util.NoSuchElementException if there is no such visit
  public Visit pin(String cause, String visit) {
    return commands.pin(cause, visit);
  }

  /// Notes where exactly a visit is, when only the commune was known; the same place for planning.
  /// A visit that was cancelled stays as it is.
  ///
  /// @param site the visit's site, with its street
  /// @return the visit as it is now
  /// @throws java.util.NoSuchElementException if there is no such visit
  public Visit locate(String visit, Site site) {
    return new Locating(parts).locate(visit, site);
  }

  /// Releases a hold before it lapses; nothing happens if it is gone.
  public void releaseHold(String hold) {
    commands.releaseHold(hold);
  }

  /// The calls that are expected at present.
  Demand demand() {
    return parts.pastCalls().terrain().demand();
  }

  /// The visit as it is now.
  public Optional<Visit> visit(String id) {
    return parts.reading().visit(id);
  }

  /// The planned visits of a person whose windows have not ended, soonest first.
  public List<Visit> upcoming(String person) {
    return parts.reading().upcoming(person);
  }

  /// The last visits of a person, planned, cancelled and past, latest first.
  ///
  /// @param limit at most this many
  public List<Visit> history(String person, int limit) {
    return parts.reading().last(person, limit);
  }

  /// The visits from one day to another, both included, by slot; cancelled ones too.
  ///
  /// @param limit at most this many
  public List<Visit> visits(LocalDate from, LocalDate to, int limit) {
    return visits(from, to, "", limit);
  }

  /// A page of the visits from one day to another, both included, by slot; cancelled ones too.
  ///
  /// @param after only those after that [Visit#order()]; empty for the first page
  /// @param limit at most this many
  public List<Visit> visits(LocalDate from, LocalDate to, String after, int limit) {
    return parts.reading().between(from, to, after, limit);
  }

  /// Learns from the visits on file what calls are to be expected: with a hundred of them offers
  /// are ranked by imagined futures, before that by a formula. Reads hundreds of documents, so
  /// never to be called in a turn: once at start, and nightly. Same visits, same offers.
  public void learn() {
    parts.pastCalls().learn(parts.dayOf(parts.clock().instant()));
  }

  /// Everybody's round of a day, as planned now.
  public DayView day(LocalDate day) {
    return days.view(day);
  }

  /// To be called when a technician's free time has changed on these days: what is being booked
  /// meanwhile is checked again, and the days are re-optimised.
  public void freeTimeChanged(LocalDate from, LocalDate to) {
    parts
        .days()
        .load(from, to)
        .keySet()
        .forEach(date -> {
          parts.days().update(date, day -> Change.to(day.marked(), date));
          reoptimiser.changed(date);
        });
  }

  /// The visits whose promises cannot be kept as things stand: their technician is absent, or
  /// something took the time for them. Judged without anything of the optimiser. By day and slot;
  /// where a whole round is in question, all its visits.
  ///
  /// @param from first day, not before today
  /// @param to last day, included
  public List<Visit> endangered(LocalDate from, LocalDate to) {
    return new Endangered(parts).between(from, to);
  }

  /// Has every day ahead that was changed since improved thoroughly, in the background. For the
  /// night: about a second a day.
  public void improveThoroughly() {
    LocalDate today = parts.dayOf(parts.clock().instant());
    parts.days().load(today.plusDays(1), today.plusDays(Recovery.DAYS_AHEAD)).values().stream()
        .filter(day -> Improving.waits(day, Optimiser.Effort.THOROUGH))
        .forEach(day -> reoptimiser.improve(day.date(), Optimiser.Effort.THOROUGH));
  }

  /// Improves a day here and now; for tests and benchmarks.
  ///
  /// @return false if it was changed meanwhile, and so left as it is
  boolean improve(LocalDate day, Optimiser.Effort effort) {
    return improving.improve(day, effort);
  }

  /// Forgets what was answered before that time; its commands must not be repeated any more, nor
  /// its offers be chosen from. To be called now and then, some weeks back.
  ///
  /// @param most at most so many answers
  /// @return how many were forgotten
  public long forget(Instant before, int most) {
    return parts.outcomes().forget(before, most);
  }

  /// Forgets the rounds of days before that time, so many days at most; their visits are kept, with
  /// who came.
  ///
  /// @param before not after the present day
  /// @return how many days were forgotten
  public int forgetDays(Instant before, int most) {
    return new PastDays(parts).forget(parts.dayOf(before), most);
  }

  /// Takes holds that have lapsed out of the days ahead. They count for nothing anyway, but nobody
  /// asks for many of these days again.
  public void dropLapsedHolds() {
    new PastDays(parts).dropLapsedHolds();
  }

  /// Fills days that nobody has booked yet with believable visits; for demonstrations and
  /// benchmarks.
  ///
  /// @param customers who is to be visited, each as often as he is listed
  /// @param gaps the windows to fill, in order
  /// @return how many visits were placed; a gap that fits nobody stays empty
  public int seed(List<Seeding.Wanted> customers, List<Seeding.Gap> gaps) {
    return new Seeding(parts, customers).fill(gaps);
  }

  /// Completes what a crash left half-done and hands the days that wait to the re-optimiser; to be
  /// called once at start. Safe while others book.
  public void recover() {
    new Recovery(parts).run();
  }
}
