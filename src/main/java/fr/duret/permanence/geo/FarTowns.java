package fr.duret.permanence.geo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// Towns that lie outside the served area for certain, found in what somebody writes.
///
/// The table of communes ends at the borders of three departments; whoever lives in one of these
/// would otherwise be asked for a commune again and again.
public final class FarTowns {

  private static final String RESOURCE = "/geo/far-towns.txt";

  /// A town as it is written in the list, and its words as they are looked for.
  private record Town(String name, List<String> words) {}

  private final List<Town> towns;
  private final Set<String> streetWords = new HashSet<>();

  private FarTowns(List<String> lines) {
    lines.stream()
        .filter(line -> line.startsWith("!"))
        .flatMap(line -> Arrays.stream(line.split(" ", -1)))
        .forEach(word -> streetWords.add(word.substring(1)));
    this.towns =
        lines.stream()
            .filter(line -> !line.startsWith("#") && !line.startsWith("!") && !line.isBlank())
            .map(line -> new Town(line, words(line)))
            .toList();
  }

  /// The list shipped with the product.
  public static FarTowns load() {
    try (InputStream in =
            Objects.requireNonNull(FarTowns.class.getResourceAsStream(RESOURCE), RESOURCE);
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return new FarTowns(reader.lines().toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// The town that the text names, as it is written in the list; not where it names a street («
  /// avenue de Genève »).
  public Optional<String> named(String text) {
    List<String> words = words(text);
    return towns.stream().filter(town -> names(words, town.words())).map(Town::name).findFirst();
  }

  private boolean names(List<String> words, List<String> town) {
    for (int at = 0; at + town.size() <= words.size(); at++) {
      boolean there = words.subList(at, at + town.size()).equals(town);
      if (there && (at == 0 || !streetWords.contains(words.get(at - 1)))) {
        return true;
      }
    }
    return false;
  }

  private static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("\\bst\\b", "saint");
    return Arrays.stream(plain.split("[^a-z0-9]+", -1)).filter(word -> !word.isEmpty()).toList();
  }
}
