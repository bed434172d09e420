package fr.duret.permanence;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.DayView;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.channel.simulator.OfficeView;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.company.TechnicianSpec;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.Priority;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.journal.Source;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.technicians.Block;
import fr.duret.permanence.technicians.Technicians;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What the demonstration's page shows of the office.
///
/// @param ownedByPerson whether a person answers an address
/// @param wrongFiles what keeps saved flows and templates from being in force
/// @param first the telephones to begin with
record DemoOffice(
    Company company,
    Clients clients,
    Booking booking,
    Technicians technicians,
    Desk desk,
    Source history,
    InstantSource clock,
    Predicate<Address> ownedByPerson,
    Supplier<List<String>> wrongFiles,
    List<Phone> first)
    implements OfficeView {

  private static final int MOST = 200;
  private static final Duration SHOWN = Duration.ofDays(14);
  private static final DateTimeFormatter DUE =
      DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.FRENCH);

  @Override
  public List<Phone> phones() {
    Stream<Phone> team =
        Stream.concat(
            company.onCall().stream().map(one -> new Phone(one.name(), one.number().written())),
            company.technicians().stream()
                .map(one -> new Phone(one.firstName(), one.number().written())));
    List<Phone> all = new ArrayList<>(first);
    team.filter(one -> all.stream().noneMatch(other -> other.number().equals(one.number())))
        .limit(2)
        .forEach(all::add);
    return all;
  }

  @Override
  public List<Line> exchange(Address address) {
    return history.read(Reading.of(address)).stream()
        .filter(entry -> entry.kind() == Entry.Kind.RECEIVED || entry.kind() == Entry.Kind.SENT)
        .map(entry ->
            new Line(
                entry.id(),
                entry.at(),
                entry.kind() == Entry.Kind.RECEIVED,
                entry.text(),
                entry.outcome().orElse("")))
        .toList();
  }

  @Override
  public boolean ownedByPerson(Address address) {
    return ownedByPerson.test(address);
  }

  @Override
  public List<Round> rounds(LocalDate day) {
    return booking.day(day).rounds().stream().map(round -> round(day, round)).toList();
  }

  @Override
  public boolean working(LocalDate day) {
    return Holidays.isWorkingDay(day);
  }

  private Round round(LocalDate day, DayView.Round round) {
    TechnicianSpec who = company.technician(round.technician()).orElseThrow();
    return new Round(
        who.firstName(),
        round.drivingSeconds(),
        round.stops().stream().map(this::stop).toList(),
        working(day) ? busy(who, day) : List.of());
  }

  /// Absences and jobs, cut at his hours, and the meetings.
  private List<Busy> busy(TechnicianSpec who, LocalDate day) {
    Stream<Busy> meetings =
        company.meetings().stream()
            .filter(meeting -> meeting.day() == day.getDayOfWeek() && meeting.isFor(who.id()))
            .map(meeting -> busy(meeting.hours(), "meeting", ""));
    Stream<Busy> blocks =
        technicians.blocks(day, day).stream()
            .filter(block -> block.technician().equals(who.id()))
            .flatMap(block ->
                within(who.hours(), day, block)
                    .map(hours ->
                        busy(hours, block.kind().name().toLowerCase(Locale.ROOT), block.label())));
    return Stream.concat(meetings, blocks).sorted(Comparator.comparing(Busy::from)).toList();
  }

  private static Stream<Hours> within(List<Hours> halfDays, LocalDate day, Block block) {
    return halfDays.stream()
        .filter(half -> block.from().isBefore(day.atTime(half.to())))
        .filter(half -> block.to().isAfter(day.atTime(half.from())))
        .map(half ->
            new Hours(
                block.from().isAfter(day.atTime(half.from()))
                    ? block.from().toLocalTime()
                    : half.from(),
                block.to().isBefore(day.atTime(half.to())) ? block.to().toLocalTime() : half.to()));
  }

  private static Busy busy(Hours hours, String kind, String label) {
    return new Busy(
        hours.from().toString(), hour(hours.from()) + "-" + hour(hours.to()), kind, label);
  }

  private Stop stop(DayView.Stop stop) {
    return new Stop(
        window(stop.slot()),
        stop.arrival().withSecond(0).withNano(0).toString(),
        clients.client(stop.person()).map(DemoOffice::name).orElse(stop.person()),
        stop.commune(),
        company.service(stop.service()).map(ServiceKind::label).orElse(stop.service()),
        stop.pinned());
  }

  private static String window(Slot slot) {
    return hour(slot.from()) + "-" + hour(slot.to());
  }

  private static String hour(LocalTime time) {
    String minutes =
        time.getMinute() == 0 ? "" : String.format(Locale.ROOT, "%02d", time.getMinute());
    return time.getHour() + "h" + minutes;
  }

  private static String name(Client client) {
    return (client.firstName().orElse("") + " " + client.lastName().orElse("")).strip();
  }

  @Override
  public List<Ticket> tickets() {
    return desk.active("", MOST).stream()
        .map(ticket ->
            new Ticket(
                DUE.format(LocalDateTime.ofInstant(ticket.due(), company.zone())),
                ticket.subject(),
                ticket.contact().written(),
                ticket.priority().name().toLowerCase(Locale.ROOT),
                ticket.priority() == Priority.URGENT))
        .toList();
  }

  @Override
  public List<String> problemsOfFiles() {
    return wrongFiles.get();
  }

  @Override
  public List<Event> latest() {
    Instant from = clock.instant().minus(SHOWN);
    Reading reading = new Reading(Optional.empty(), Optional.of(from), Optional.empty(), 1000);
    List<Entry> entries = history.read(reading);
    return entries.reversed().stream()
        .limit(MOST)
        .map(entry ->
            new Event(
                entry.at(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                entry.contact().written(),
                entry.text(),
                entry.outcome().orElse("")))
        .toList();
  }
}
