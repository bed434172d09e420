package fr.duret.permanence.geo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// The communes of Haute-Savoie, Savoie and Ain, found by name or postcode.
///
/// Names, codes, population: INSEE; postcodes: La Poste, by Etalab's decoupage-administratif
/// (Licence Ouverte 2.0); town centres: GeoNames (CC BY 4.0).
public final class Communes {

  private static final String RESOURCE = "/geo/communes.csv";

  private final List<Commune> all;
  private final Map<String, List<Commune>> byName = new HashMap<>();
  private final Map<String, List<Commune>> byPostcode = new HashMap<>();

  private Communes(List<Commune> all) {
    this.all = List.copyOf(all);
    for (Commune commune : all) {
      byName.computeIfAbsent(normal(commune.name()), name -> new ArrayList<>()).add(commune);
      for (String postcode : commune.postcodes()) {
        byPostcode.computeIfAbsent(postcode, code -> new ArrayList<>()).add(commune);
      }
    }
  }

  /// The table shipped with the product.
  public static Communes load() {
    try (InputStream in =
            Objects.requireNonNull(Communes.class.getResourceAsStream(RESOURCE), RESOURCE);
        InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();
      List<Commune> communes = new ArrayList<>();
      for (CSVRecord row : format.parse(reader)) {
        communes.add(read(row));
      }
      return new Communes(communes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Commune read(CSVRecord row) {
    String population = row.get("population");
    return new Commune(
        row.get("insee"),
        row.get("name"),
        row.get("part_of"),
        List.of(row.get("postcodes").split(" ")),
        row.get("department"),
        population.isEmpty() ? 0 : Integer.parseInt(population),
        new Point(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon"))));
  }

  /// All communes, in the order of the table.
  public List<Commune> all() {
    return all;
  }

  /// The commune of that name, however accents, hyphens, capitals and St for Saint are written; of
  /// several, the one in Haute-Savoie, then the most populous.
  public Optional<Commune> named(String name) {
    return byName.getOrDefault(normal(name), List.of()).stream().min(preferred());
  }

  /// The communes that have this postcode, the most populous first.
  public List<Commune> withPostcode(String postcode) {
    return byPostcode.getOrDefault(postcode.strip(), List.of()).stream()
        .sorted(preferred())
        .toList();
  }

  private static Comparator<Commune> preferred() {
    return Comparator.comparing((Commune commune) -> !commune.department().equals("74"))
        .thenComparing(Comparator.comparingInt(Commune::population).reversed());
  }

  /// A name without accents, capitals, hyphens and apostrophes, with Saint written out.
  static String normal(String name) {
    String plain =
        Normalizer.normalize(name.strip(), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", " ")
            .strip();
    return (" " + plain + " ").replace(" st ", " saint ").replace(" ste ", " sainte ").strip();
  }
}
