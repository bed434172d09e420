package fr.duret.permanence.demo;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Seeding;
import fr.duret.permanence.clients.ClientFile;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.technicians.Block;
import fr.duret.permanence.technicians.Technicians;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Seeds the company of the demonstration from `demo/clients.csv`, `jobs.csv`, `rounds.csv` and
/// `past.csv`, whose days are counted from the Monday that follows the clock's date (or is it).
public final class SeededCompany {

  private static final String MORNING = "matin";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();

  private final Company company;
  private final Clients clients;
  private final Technicians technicians;
  private final Booking booking;

  /// Seeds through these.
  public SeededCompany(Company company, Clients clients, Technicians technicians, Booking booking) {
    this.company = company;
    this.clients = clients;
    this.technicians = technicians;
    this.booking = booking;
  }

  /// Seeds clients, jobs and visits, unless there are clients already.
  ///
  /// @param today the business clock's date
  /// @return how many visits were placed
  public int seed(LocalDate today) {
    if (!clients.page("", 1).isEmpty()) {
      return 0;
    }
    LocalDate monday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    List<ClientFile.Line> lines = ClientFile.read(resource("clients.csv"));
    clients.addAll(lines.stream().map(ClientFile.Line::client).toList());
    technicians.blockAll(rows("jobs.csv").stream().map(row -> block(row, monday)).toList());
    List<Seeding.Wanted> due = lines.stream().flatMap(line -> wanted(line).stream()).toList();
    return booking.seed(due, gaps("rounds.csv", monday)) + seedPast(lines, monday);
  }

  /// What was done in the weeks before: from it the look-ahead knows what calls to expect. A run of
  /// its own, so that it changes nothing about who is visited now.
  private int seedPast(List<ClientFile.Line> lines, LocalDate monday) {
    List<Seeding.Wanted> everybody =
        lines.stream()
            .map(ClientFile.Line::client)
            .flatMap(
                client -> client.sites().stream().map(site -> new Seeding.Wanted(client, site)))
            .toList();
    return booking.seed(everybody, gaps("past.csv", monday));
  }

  private List<Seeding.Gap> gaps(String file, LocalDate monday) {
    return rows(file).stream().flatMap(row -> gaps(row, monday).stream()).toList();
  }

  private static List<Seeding.Wanted> wanted(ClientFile.Line line) {
    List<Seeding.Wanted> wanted = new ArrayList<>();
    for (int i = 0; i < line.visits().size(); i++) {
      Seeding.Wanted one = new Seeding.Wanted(line.client(), line.client().sites().get(i));
      wanted.addAll(Collections.nCopies(line.visits().get(i), one));
    }
    return wanted;
  }

  private Block block(CSVRecord row, LocalDate monday) {
    LocalDate day = day(row, monday);
    String technician = row.get("technicien");
    boolean isMorning = row.get("demi-journee").equals(MORNING);
    List<Hours> halfDays = technicians.technician(technician).orElseThrow().hours();
    Hours half = isMorning ? halfDays.getFirst() : halfDays.getLast();
    return new Block(
        "seed/" + day + "/" + technician + "/" + half.from(),
        technician,
        Block.Kind.valueOf(row.get("type")),
        day.atTime(half.from()),
        day.atTime(half.to()),
        row.get("libelle"));
  }

  /// Windows are written by their first hour; a service's kind after one is for that window.
  private List<Seeding.Gap> gaps(CSVRecord row, LocalDate monday) {
    List<Seeding.Gap> gaps = new ArrayList<>();
    for (String word : row.get("fenetres").split(" ", -1)) {
      if (company.service(word).isPresent()) {
        Seeding.Gap last = gaps.removeLast();
        gaps.add(new Seeding.Gap(last.day(), last.technician(), last.window(), Optional.of(word)));
      } else {
        LocalTime from = LocalTime.of(Integer.parseInt(word), 0);
        Hours window = new Hours(from, from.plusHours(2));
        gaps.add(
            new Seeding.Gap(day(row, monday), row.get("technicien"), window, Optional.empty()));
      }
    }
    return gaps;
  }

  private static LocalDate day(CSVRecord row, LocalDate monday) {
    return monday.plusDays(Integer.parseInt(row.get("jour")));
  }

  private static List<CSVRecord> rows(String name) {
    try (Reader reader = resource(name)) {
      return FORMAT.parse(reader).getRecords();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Reader resource(String name) {
    InputStream in = SeededCompany.class.getResourceAsStream("/demo/" + name);
    return new InputStreamReader(Objects.requireNonNull(in, name), StandardCharsets.UTF_8);
  }
}
