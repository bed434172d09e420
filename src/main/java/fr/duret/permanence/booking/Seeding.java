package fr.duret.permanence.booking;

import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Insertions;
import fr.duret.permanence.planning.PlannedRound;
import fr.duret.permanence.technicians.FreeTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Fills an empty company with believable visits: for every window that is asked for, the nearest
/// client whose visit fits with everything placed before. Same input, same visits.
public final class Seeding {

  private final Parts parts;
  private final Plans plans;
  private final List<Wanted> customers;
  private final Map<Site, LocalDate> lastVisits = new HashMap<>();
  private final Map<LocalDate, Day> days = new TreeMap<>();
  private int count;

  Seeding(Parts parts, List<Wanted> customers) {
    this.parts = parts;
    this.plans = parts.plans();
    this.customers = new ArrayList<>(customers);
  }

  /// A window to be filled.
  ///
  /// @param service kind of the service; empty for whatever suits the client
  public record Gap(LocalDate day, String technician, Hours window, Optional<String> service) {}

  /// A visit that somebody is to have; one who is to have several is listed as often.
  public record Wanted(Client client, Site site) {}

  private record Placed(Wanted customer, Entry entry, DayPlan plan) {}

  /// Places a visit in every gap for which a client is found, and writes everything.
  ///
  /// @return how many visits there are
  int fill(List<Gap> gaps) {
    if (gaps.isEmpty()) {
      return 0;
    }
    plans.know(customers.stream().map(Wanted::site).toList());
    LocalDate first = gaps.stream().map(Gap::day).min(Comparator.naturalOrder()).orElseThrow();
    LocalDate last = gaps.stream().map(Gap::day).max(Comparator.naturalOrder()).orElseThrow();
    Map<LocalDate, List<FreeTime>> free = Plans.byDay(parts.technicians().free(first, last));
    gaps.stream()
        .filter(gap -> Holidays.isWorkingDay(gap.day()))
        .forEach(gap -> fill(gap, free.getOrDefault(gap.day(), List.of())));
    write();
    return count;
  }

  private void fill(Gap gap, List<FreeTime> free) {
    Day day = days.computeIfAbsent(gap.day(), Day::empty);
    DayPlan plan = alone(gap.technician(), day, free);
    Site near = lastSite(gap, day);
    customers.stream()
        .filter(one -> isDue(one, gap.day()))
        .sorted(Comparator.comparingDouble(one -> one.site().point().kilometresTo(near.point())))
        .flatMap(one -> place(gap, one, plan).stream())
        .findFirst()
        .ifPresent(placed -> keep(gap, day, placed));
  }

  /// Nobody is visited twice within a week.
  private boolean isDue(Wanted customer, LocalDate day) {
    LocalDate last = lastVisits.getOrDefault(customer.site(), LocalDate.MIN);
    return last.equals(LocalDate.MIN) || !day.isBefore(last.plusDays(7));
  }

  private DayPlan alone(String technician, Day day, List<FreeTime> free) {
    List<PlannedRound> own =
        plans.plan(day, free, Instant.MAX, held -> false).rounds().stream()
            .filter(round -> round.crew().technician().equals(technician))
            .toList();
    return new DayPlan(day.date(), own, List.of());
  }

  private Site lastSite(Gap gap, Day day) {
    List<Entry> round = day.rounds().getOrDefault(gap.technician(), List.of());
    if (!round.isEmpty()) {
      return round.getLast().site();
    }
    var home = parts.technicians().technician(gap.technician()).orElseThrow().home();
    return Site.ofCommune(home.postcode(), home.commune(), home.point());
  }

  private Optional<Placed> place(Gap gap, Wanted customer, DayPlan plan) {
    ServiceKind service = service(gap, customer);
    int seconds = (int) service.duration().toSeconds();
    Task task = new Task(service.kind(), customer.site(), seconds, service.skill());
    String cause = "seed/" + gap.day() + "/" + gap.technician() + "/" + gap.window().from();
    String id = Ids.visit(cause);
    Entry entry = new Entry(id, cause, customer.client().id(), task, gap.window(), false, false);
    return Insertions.cheapest(
            plan, plans.matrix(), plans.work(id, task), Plans.window(gap.window()))
        .map(insertion -> new Placed(customer, entry, insertion.plan()));
  }

  /// Maintenance for who has a contract; the other services in turn.
  private ServiceKind service(Gap gap, Wanted customer) {
    List<ServiceKind> all = parts.company().services();
    int other = 1 + Math.floorMod(gap.day().getDayOfMonth() + gap.window().from().getHour(), 2);
    int index = customer.client().contract().isPresent() ? 0 : Math.min(other, all.size() - 1);
    return gap.service().flatMap(parts.company()::service).orElse(all.get(index));
  }

  private void keep(Gap gap, Day day, Placed placed) {
    Map<String, Entry> entries = new HashMap<>();
    day.entries().forEach(entry -> entries.put(entry.visit(), entry));
    entries.put(placed.entry().visit(), placed.entry());
    Map<String, List<Entry>> rounds = new TreeMap<>(day.rounds());
    rounds.putAll(Plans.rounds(placed.plan(), entries));
    days.put(gap.day(), day.with(rounds));
    customers.remove(placed.customer());
    lastVisits.put(placed.customer().site(), gap.day());
    count++;
  }

  private void write() {
    List<StoredVisit> visits = new ArrayList<>();
    for (Day day : days.values()) {
      day.rounds()
          .forEach((technician, round) ->
              round.forEach(entry ->
                  visits.add(StoredVisit.booked(entry, entry.slot(day.date()), technician))));
    }
    parts.days().replaceAll(List.copyOf(days.values()));
    parts.visits().insertAll(visits);
  }
}
