package fr.duret.permanence.booking;

import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.clients.Contract;
import fr.duret.permanence.clients.ContractLevel;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Horizon;
import fr.duret.permanence.planning.Insertions;
import fr.duret.permanence.planning.OfferOutcome;
import fr.duret.permanence.planning.Offers;
import fr.duret.permanence.planning.Window;
import fr.duret.permanence.planning.Work;
import fr.duret.permanence.technicians.FreeTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Finds the slots to offer in what the days look like; writes nothing.
final class Finding {

  /// A technician needs so much notice of a visit on the day itself.
  private static final Duration NOTICE = Duration.ofHours(2);

  /// How far ahead somebody may wish.
  static final int LATEST_WISH_DAYS = 180;

  /// How far beyond the usual days a free window is looked for when those have none: eight weeks.
  private static final int FURTHER_DAYS = 56;

  private static final int WEEK = 7;

  private final Parts parts;
  private final Offers offers = new Offers();

  Finding(Parts parts) {
    this.parts = parts;
  }

  Search search(String cause, OfferRequest request, ServiceKind service, Instant now) {
    LocalDate first = firstDay(parts.dayOf(now), request.wish(), service);
    return search(cause, request, service, now, first, first.plusDays(service.withinDays()));
  }

  /// The same in the days after those that were searched in vain, a week at a time so that the
  /// first free ones are found; empty after [#FURTHER_DAYS].
  Optional<Search> after(Search vain) {
    LocalDate today = parts.dayOf(vain.now());
    LocalDate end =
        firstDay(today, vain.request().wish(), vain.service())
            .plusDays(vain.service().withinDays() + FURTHER_DAYS);
    return vain.days().keySet().stream()
        .max(LocalDate::compareTo)
        .filter(last -> last.isBefore(end) && !vain.request().regaining())
        .map(last ->
            search(
                vain.cause(),
                vain.request(),
                vain.service(),
                vain.now(),
                last.plusDays(1),
                last.plusDays(WEEK)));
  }

  private Search search(
      String cause,
      OfferRequest request,
      ServiceKind service,
      Instant now,
      LocalDate first,
      LocalDate last) {
    LocalDate today = parts.dayOf(now);
    Map<LocalDate, Day> stored = parts.days().load(today.isBefore(first) ? first : today, last);
    Map<LocalDate, Day> days = new TreeMap<>();
    first
        .datesUntil(last.plusDays(1))
        .filter(Holidays::isWorkingDay)
        .forEach(date -> days.put(date, stored.getOrDefault(date, Day.empty(date))));
    Terrain terrain = parts.pastCalls().terrain();
    terrain
        .plans()
        .know(
            days.values().stream()
                .flatMap(day -> day.entries().stream())
                .map(Entry::site)
                .toList());
    int seconds = (int) service.duration().toSeconds();
    return new Search(
        cause,
        request,
        service,
        new Task(service.kind(), request.site(), seconds, service.skill()),
        now,
        now.plus(parts.holdTimes().of(request.channel())),
        terrain,
        days,
        Plans.byDay(parts.technicians().free(first, last)));
  }

  /// Today; or the first day wished for, if that is later than we usually offer.
  private static LocalDate firstDay(LocalDate today, Wish wish, ServiceKind service) {
    LocalDate usual = today.plusDays(service.withinDays());
    Optional<LocalDate> wished =
        wish.wanted().stream().map(Wish.Period::from).min(LocalDate::compareTo);
    return wished
        .filter(day -> day.isAfter(usual))
        .filter(day -> !day.isAfter(today.plusDays(LATEST_WISH_DAYS)))
        .orElse(today);
  }

  OfferOutcome choose(Search search) {
    List<DayPlan> plans =
        search.days().values().stream()
            .map(day -> plan(day, freeOn(day.date(), search), search))
            .toList();
    Work work = search.work();
    Horizon horizon = new Horizon(plans, search.plans().matrix(), search.terrain().demand());
    List<Window> windows = search.service().windows().stream().map(Plans::window).toList();
    return offers.offers(
        horizon, new fr.duret.permanence.planning.OfferRequest(work, windows, nearness(search)));
  }

  private Nearness nearness(Search search) {
    LocalDate soon = Holidays.nextWorkingDay(parts.dayOf(search.now()));
    int priority = isTight(search, soon) ? priority(search) : 0;
    Map<LocalDate, Boolean> open = new TreeMap<>();
    search.days().forEach((date, day) -> open.put(date, isOpen(day, search, soon, priority)));
    Duration notice = search.request().regaining() ? Duration.ZERO : NOTICE;
    LocalDateTime earliest =
        LocalDateTime.ofInstant(search.now().plus(notice), parts.company().zone());
    Optional<Slot> present =
        search.request().moving().flatMap(parts.visits()::find).map(found -> found.visit().slot());
    return new Nearness(
        search.request().wish(),
        slot ->
            open.getOrDefault(slot.day(), false)
                && !slot.day().atTime(slot.from()).isBefore(earliest)
                && !present.equals(Optional.of(slot)));
  }

  /// @param soon up to that day the last windows are kept for some
  /// @param priority of whoever asks
  private boolean isOpen(Day day, Search search, LocalDate soon, int priority) {
    boolean mayTake =
        search.request().regaining()
            || day.date().isAfter(soon)
            || Shares.mayTakeLast(freeWindows(day, search), priority);
    return mayTake
        && (search.movesFrom(day) || Shares.leftFor(search, day, freeOn(day.date(), search)) > 0);
  }

  /// Whether it matters how urgent this is: a client's visits of the year are read only then.
  private static boolean isTight(Search search, LocalDate soon) {
    return search.days().values().stream()
        .filter(day -> !day.date().isAfter(soon))
        .anyMatch(day -> !Shares.mayTakeLast(freeWindows(day, search), 0));
  }

  private static int freeWindows(Day day, Search search) {
    return Shares.freeWindows(search.others(day), freeOn(day.date(), search), search.service());
  }

  /// The priority of the contract's level in the company file; as without a contract for a visit
  /// beyond those that the contract includes.
  private int priority(Search search) {
    LocalDate today = parts.dayOf(search.now());
    String level =
        search
            .request()
            .contract()
            .filter(held -> held.covers(today))
            .filter(held -> hasVisitLeft(held, search, today))
            .map(Contract::level)
            .map(ContractLevel::key)
            .orElse(ContractLevel.NONE);
    return search.service().priorityOf(level);
  }

  private boolean hasVisitLeft(Contract contract, Search search, LocalDate today) {
    if (search.service().priority().containsKey(ContractLevel.NONE)) {
      return true;
    }
    LocalDate year = contract.yearOf(today);
    long used =
        parts.visits().from(search.request().person(), year).stream()
            .map(StoredVisit::visit)
            .filter(visit -> visit.state() == Visit.State.PLANNED)
            .filter(visit -> visit.service().equals(search.service().kind()))
            .filter(visit -> !search.request().moving().equals(Optional.of(visit.id())))
            .filter(visit -> visit.slot().day().isBefore(year.plusYears(1)))
            .count();
    return used < contract.visitsPerYear();
  }

  static List<FreeTime> freeOn(LocalDate date, Search search) {
    return search.free().getOrDefault(date, List.of());
  }

  /// The day as the person who asks may use it: without his own hold and the visit to be moved.
  DayPlan plan(Day day, List<FreeTime> free, Search search) {
    DayPlan plan =
        search
            .plans()
            .plan(
                day, free, search.now(), held -> !held.person().equals(search.request().person()));
    return search.request().moving().map(plan::without).orElse(plan);
  }

  List<OfferedSlot> slots(Search search, List<fr.duret.permanence.planning.Offer> chosen) {
    List<OfferedSlot> slots = new ArrayList<>();
    for (var offer : chosen) {
      OfferedSlot slot = slot(search, offer);
      if (isWithinShare(search, slot.slot(), slots)) {
        slots.add(slot);
      }
    }
    return slots.stream().sorted(Finding::inOrder).toList();
  }

  /// Whether a stranger may hold this slot beside those of its day that he is offered already.
  private boolean isWithinShare(Search search, Slot slot, List<OfferedSlot> before) {
    Day day = search.days().getOrDefault(slot.day(), Day.empty(slot.day()));
    List<Hours> windows =
        Stream.concat(before.stream().map(OfferedSlot::slot), Stream.of(slot))
            .filter(one -> one.day().equals(slot.day()))
            .map(Slot::hours)
            .toList();
    return day.halfDays(search.held(windows))
        <= Shares.leftFor(search, day, freeOn(slot.day(), search));
  }

  private static int inOrder(OfferedSlot a, OfferedSlot b) {
    return a.wished() == b.wished()
        ? a.slot().compareTo(b.slot())
        : Boolean.compare(b.wished(), a.wished());
  }

  private static OfferedSlot slot(Search search, fr.duret.permanence.planning.Offer offer) {
    Day day = search.days().getOrDefault(offer.day(), Day.empty(offer.day()));
    return new OfferedSlot(
        day.slot(Plans.hours(offer.window())),
        offer.technician(),
        offer.asked(),
        offer
            .neighbour()
            .flatMap(near -> day.entry(near.stop()))
            .map(near -> near.site().commune()),
        offer.driving());
  }

  /// Counts the open windows that serve the wish, unless those offered answer the question whether
  /// there is more than one.
  int openAsWished(Search search, List<OfferedSlot> held) {
    int offered = (int) held.stream().filter(OfferedSlot::wished).count();
    return offered == 1 ? countOpen(search) : offered;
  }

  private int countOpen(Search search) {
    Nearness nearness = nearness(search);
    Work work = search.work();
    int open = 0;
    for (Day day : search.days().values()) {
      DayPlan plan = plan(day, freeOn(day.date(), search), search);
      for (var window : search.service().windows()) {
        Window promised = Plans.window(window);
        boolean fits =
            nearness.distance(day.date(), promised) == 0
                && Insertions.cheapest(plan, search.plans().matrix(), work, promised).isPresent();
        open += fits ? 1 : 0;
      }
    }
    return open;
  }
}
