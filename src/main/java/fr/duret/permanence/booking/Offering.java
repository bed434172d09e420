package fr.duret.permanence.booking;

import fr.duret.permanence.booking.MongoDays.Change;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Insertions;
import fr.duret.permanence.planning.OfferOutcome;
import fr.duret.permanence.planning.Work;
import fr.duret.permanence.technicians.FreeTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bson.Document;

/// Finds slots and holds them.
final class Offering {

  /// Offers are computed again when too many of their windows went while they were being held.
  private static final int ATTEMPTS = 5;

  private static final int ENOUGH = 2;

  private final Parts parts;
  private final Finding finding;

  Offering(Parts parts) {
    this.parts = parts;
    this.finding = new Finding(parts);
  }

  Offer offer(String cause, OfferRequest request) {
    Optional<Document> before = parts.outcomes().find(cause);
    if (before.isPresent()) {
      return OutcomeDocuments.offer(before.get());
    }
    Optional<ServiceKind> service = parts.company().service(request.service());
    if (service.isEmpty()) {
      return new Offer.NotServed(Offer.Why.SERVICE);
    }
    if (isTooFar(request)) {
      return new Offer.NotServed(Offer.Why.AREA);
    }
    Optional<Visit> open = openVisit(request);
    if (open.isPresent()) {
      return OutcomeDocuments.offer(keep(cause, OutcomeDocuments.bookedAlready(open.get())));
    }
    return find(cause, request, service.get());
  }

  private boolean isTooFar(OfferRequest request) {
    Company company = parts.company();
    return request.site().point().kilometresTo(company.agency().point()) > company.servedKm();
  }

  private Optional<Visit> openVisit(OfferRequest request) {
    return request.recognised() || request.moving().isPresent()
        ? Optional.empty()
        : parts.reading().upcoming(request.person()).stream().findFirst();
  }

  private Offer find(String cause, OfferRequest request, ServiceKind service) {
    int attempt = 1;
    Optional<Search> next = Optional.empty();
    while (true) {
      Search search =
          next.orElseGet(() -> finding.search(cause, request, service, parts.clock().instant()));
      switch (finding.choose(search)) {
        case OfferOutcome.NothingFits none when !isSkilled(service) -> {
          return new Offer.NotServed(Offer.Why.SERVICE);
        }
        case OfferOutcome.NothingFits none -> {
          releaseFormer(search);
          next = finding.after(search);
          if (next.isEmpty()) {
            return OutcomeDocuments.offer(keep(cause, OutcomeDocuments.nothing()));
          }
        }
        case OfferOutcome.Offered offered -> {
          List<OfferedSlot> slots = finding.slots(search, offered.offers());
          List<OfferedSlot> held = hold(search, slots);
          if (held.size() >= Math.min(ENOUGH, slots.size()) || attempt == ATTEMPTS) {
            return answer(search, held);
          }
          attempt++;
          next = Optional.empty();
        }
      }
    }
  }

  /// Whether anybody does that, on the days that were searched or on others.
  private boolean isSkilled(ServiceKind service) {
    return parts.technicians().all().stream()
        .anyMatch(one -> one.skills().contains(service.skill()));
  }

  private Offer answer(Search search, List<OfferedSlot> held) {
    if (held.isEmpty()) {
      return OutcomeDocuments.offer(keep(search.cause(), OutcomeDocuments.nothing()));
    }
    Offer.Offered offered =
        new Offer.Offered(
            search.cause(), held, finding.openAsWished(search, held), search.expires());
    OfferRequest request = search.request();
    OfferRecord made =
        new OfferRecord(
            offered, request.person(), request.recognised(), search.task(), request.moving());
    return OutcomeDocuments.offer(keep(search.cause(), OutcomeDocuments.offered(made)));
  }

  private Document keep(String cause, Document outcome) {
    return parts.outcomes().keep(cause, parts.clock().instant(), outcome);
  }

  /// Writes the hold into its days and takes the person's former one out of his.
  ///
  /// @return the slots that are held now
  private List<OfferedSlot> hold(Search search, List<OfferedSlot> slots) {
    Map<LocalDate, Held> wanted = byDay(search, slots);
    List<LocalDate> concerned =
        search.days().values().stream()
            .filter(day -> wanted.containsKey(day.date()) || hasHoldOf(day, search))
            .map(Day::date)
            .toList();
    Map<LocalDate, List<Hours>> held =
        parts
            .days()
            .updateAll(
                concerned,
                day -> holding(day, Optional.ofNullable(wanted.get(day.date())), search));
    return slots.stream().filter(slot -> isHeld(slot.slot(), held, search)).toList();
  }

  private static boolean isHeld(Slot slot, Map<LocalDate, List<Hours>> held, Search search) {
    return !search.holds() || held.getOrDefault(slot.day(), List.of()).contains(slot.hours());
  }

  private static boolean hasHoldOf(Day day, Search search) {
    return day.holds().stream().anyMatch(held -> held.person().equals(search.request().person()));
  }

  private void releaseFormer(Search search) {
    List<LocalDate> holding =
        search.days().values().stream()
            .filter(day -> hasHoldOf(day, search))
            .map(Day::date)
            .toList();
    parts.days().updateAll(holding, day -> holding(day, Optional.empty(), search));
  }

  /// The hold's part on each day; none for channels whose offers are not held.
  private static Map<LocalDate, Held> byDay(Search search, List<OfferedSlot> slots) {
    Map<LocalDate, Held> days = new TreeMap<>();
    if (!search.holds()) {
      return days;
    }
    Map<LocalDate, List<Hours>> windows = new LinkedHashMap<>();
    for (OfferedSlot slot : slots) {
      windows.computeIfAbsent(slot.slot().day(), day -> new ArrayList<>()).add(slot.slot().hours());
    }
    windows.forEach((date, some) -> days.put(date, search.held(some)));
    return days;
  }

  /// Holds on one day what is still possible there; the change's outcome is the windows held.
  private Change<List<Hours>> holding(Day day, Optional<Held> wanted, Search search) {
    Optional<Held> already = day.held(search.cause());
    if (already.isPresent()) {
      return Change.none(already.get().windows());
    }
    Day cleaned = search.cleaned(day);
    List<Hours> possible = wanted.map(held -> possible(cleaned, held, search)).orElse(List.of());
    Day after = possible.isEmpty() ? cleaned : cleaned.with(wanted.orElseThrow().only(possible));
    return after.equals(day) ? Change.none(possible) : Change.to(after, possible);
  }

  /// All of them on a day that is still as it was when they were found.
  private List<Hours> possible(Day day, Held held, Search search) {
    if (search.hasSeen(day)) {
      return held.windows();
    }
    List<FreeTime> free = Finding.freeOn(day.date(), search);
    DayPlan plan = finding.plan(day, free, search);
    Work work = search.plans().work(held.hold(), held.task());
    int left = Shares.leftFor(search, day, free);
    List<Hours> possible = new ArrayList<>();
    for (Hours window : held.windows()) {
      possible.add(window);
      boolean fits =
          day.halfDays(held.only(possible)) <= left
              && Insertions.cheapest(plan, search.plans().matrix(), work, Plans.window(window))
                  .isPresent();
      if (!fits) {
        possible.removeLast();
      }
    }
    return possible;
  }
}
