package fr.duret.permanence.clients;

import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Address;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Reads the demonstration's clients: the columns of MDE's export, and `site;lat;lon;visites`. A
/// client with several sites has several lines with the same code.
public final class ClientFile {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

  private static final Map<ContractLevel, Integer> VISITS_A_YEAR =
      Map.of(ContractLevel.OR, 3, ContractLevel.ARGENT, 2, ContractLevel.BRONZE, 1);

  private ClientFile() {}

  /// A client of the file.
  ///
  /// @param client who he is
  /// @param visits how many visits he is to have at each of his sites
  public record Line(Client client, List<Integer> visits) {
    /// Keeps a copy.
    public Line {
      visits = List.copyOf(visits);
    }
  }

  /// Reads all clients.
  ///
  /// @throws UncheckedIOException if the text cannot be read
  /// @throws IllegalArgumentException if a column is missing or a value is malformed
  public static List<Line> read(Reader text) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(';').setHeader().setSkipHeaderRecord(true).get();
    Map<String, List<CSVRecord>> byCode = new LinkedHashMap<>();
    try {
      for (CSVRecord row : format.parse(text)) {
        byCode.computeIfAbsent(row.get("code"), code -> new ArrayList<>()).add(row);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return byCode.values().stream().map(ClientFile::line).toList();
  }

  private static Line line(List<CSVRecord> rows) {
    return new Line(
        client(rows), rows.stream().map(row -> Integer.parseInt(row.get("visites"))).toList());
  }

  private static Client client(List<CSVRecord> rows) {
    CSVRecord row = rows.getFirst();
    List<Site> sites = new ArrayList<>();
    for (CSVRecord line : rows) {
      sites.add(site(line, Integer.toString(sites.size() + 1)));
    }
    return new Client(
        "C-" + row.get("code").substring(1),
        Client.Kind.CLIENT,
        civility(row.get("civilite")),
        text(row, "prenom"),
        text(row, "nom"),
        sites,
        addresses(row),
        contract(row),
        1);
  }

  private static Optional<Civility> civility(String written) {
    return Names.civility(written);
  }

  private static Optional<String> text(CSVRecord row, String column) {
    return Optional.of(row.get(column)).filter(value -> !value.isBlank());
  }

  private static Site site(CSVRecord row, String id) {
    Point point = new Point(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon")));
    return new Site(
        id, row.get("site"), row.get("adresse"), row.get("code_postal"), row.get("ville"), point);
  }

  private static List<Address> addresses(CSVRecord row) {
    Stream<Address> phones =
        Stream.of("mobile", "telephone")
            .flatMap(column -> text(row, column).stream())
            .flatMap(number -> Address.phone(number).stream());
    Stream<Address> mails = text(row, "email").map(Address::mailbox).stream();
    return Stream.concat(phones, mails).distinct().toList();
  }

  private static Optional<Contract> contract(CSVRecord row) {
    return text(row, "niveau")
        .map(ContractLevel::valueOf)
        .map(level ->
            new Contract(
                level,
                LocalDate.parse(row.get("debut_contrat"), DATE),
                LocalDate.parse(row.get("fin_contrat"), DATE),
                VISITS_A_YEAR.getOrDefault(level, 1)));
  }
}
