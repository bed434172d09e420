package fr.duret.permanence;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.technicians.FreeTimeListener;
import fr.duret.permanence.templates.Slot;
import fr.duret.permanence.templates.Templates;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// Tells the office which visits cannot be kept: one ticket a day concerned, that names them. At
/// once when somebody is absent, and nightly for what came about in another way.
///
/// @param people how clients are called
record BrokenPromises(
    Booking booking,
    Clients clients,
    PeopleOnFile people,
    Desk desk,
    Templates templates,
    InstantSource clock,
    java.time.ZoneId zone)
    implements FreeTimeListener {

  /// The templates it writes from.
  static final Set<String> TEMPLATES = Set.of("ticket/promesses", "ticket/visite");

  private static final Address NOBODY = Address.visitor("planning");

  /// As far ahead as anybody is promised a visit.
  private static final int DAYS_AHEAD = 200;

  @Override
  public void freeTimeChanged(LocalDate from, LocalDate to) {
    LocalDate first = from.isBefore(today()) ? today() : from;
    if (!to.isBefore(first)) {
      booking.freeTimeChanged(first, to);
      check(first, to);
    }
  }

  /// Looks at every day ahead.
  void check() {
    check(today(), today().plusDays(DAYS_AHEAD));
  }

  private void check(LocalDate from, LocalDate to) {
    booking.endangered(from, to).stream()
        .collect(
            Collectors.groupingBy(visit -> visit.slot().day(), TreeMap::new, Collectors.toList()))
        .forEach(this::open);
  }

  private void open(LocalDate day, List<Visit> visits) {
    String matter = "promises/" + day;
    // The same visits are told once, however often they are found again.
    String ids = visits.stream().map(Visit::id).sorted().collect(Collectors.joining());
    UUID which = UUID.nameUUIDFromBytes(ids.getBytes(StandardCharsets.UTF_8));
    String subject =
        render(
            "ticket/promesses",
            Map.of(
                "day",
                day,
                "visits",
                visits.stream().map(this::line).collect(Collectors.joining(", "))));
    desk.open(
        new Demand(
            matter + "/" + which,
            TicketKind.PROMISE_AT_RISK,
            subject,
            matter,
            NOBODY,
            Optional.empty(),
            clock.instant()));
  }

  private String line(Visit visit) {
    String client = clients.client(visit.person()).map(people::called).orElse(visit.person());
    Slot slot = Slot.parse(visit.slot().key());
    return render(
        "ticket/visite", Map.of("client", client, "commune", visit.site().commune(), "slot", slot));
  }

  private String render(String template, Map<String, Object> variables) {
    return templates.render(template, Channel.WEB, variables).text();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), zone);
  }
}
