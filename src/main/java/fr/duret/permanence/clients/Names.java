package fr.duret.permanence.clients;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds who of a few people bears a name that somebody wrote.
final class Names {

  private static final String RESOURCE = "/clients/civilities.properties";

  /// Below this length one wrong letter makes another name (Roy, Rey).
  private static final int TOLERANT_FROM = 4;

  private static final Map<String, Civility> CIVILITIES = civilities();

  private Names() {}

  private static Map<String, Civility> civilities() {
    Map<String, Civility> civilities = new HashMap<>();
    Properties words = new Properties();
    try (InputStream in =
        Objects.requireNonNull(Names.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      words.load(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    words.forEach(
        (word, meant) -> civilities.put(word.toString(), Civility.valueOf(meant.toString())));
    return Map.copyOf(civilities);
  }

  /// The civility among the words of a text; empty if there is none.
  static Optional<Civility> civility(String text) {
    return words(text).stream()
        .flatMap(word -> Stream.ofNullable(CIVILITIES.get(word)))
        .findFirst();
  }

  /// Those who bear the name, as few as what was said allows; none if nobody does.
  static List<Client> bearing(String said, List<Client> candidates) {
    List<String> words = words(said);
    List<Client> exact = by(words, String::equals, candidates);
    List<Client> found = exact.isEmpty() ? by(words, Names::alike, candidates) : exact;
    found = preferring(found, client -> saysFirstName(words, client));
    Optional<Civility> civility = civility(said);
    return preferring(found, client -> civility.isPresent() && client.civility().equals(civility));
  }

  private static List<Client> by(
      List<String> words, BiPredicate<String, String> same, List<Client> candidates) {
    return candidates.stream()
        .filter(client -> client.lastName().isPresent())
        .filter(client ->
            words(client.lastName().get()).stream()
                .allMatch(part -> words.stream().anyMatch(word -> same.test(part, word))))
        .toList();
  }

  /// A detail that fits nobody does not exclude everybody: people shorten and misspell.
  private static List<Client> preferring(List<Client> found, Predicate<Client> better) {
    List<Client> preferred = found.stream().filter(better).toList();
    return preferred.isEmpty() ? found : preferred;
  }

  private static boolean saysFirstName(List<String> words, Client client) {
    return client.firstName().stream()
        .flatMap(name -> words(name).stream())
        .anyMatch(words::contains);
  }

  static List<String> words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    return Stream.of(plain.split("[^a-z0-9]+", -1)).filter(word -> !word.isEmpty()).toList();
  }

  /// Equal but for one letter added, lost, replaced or swapped with its neighbour.
  static boolean alike(String a, String b) {
    if (a.equals(b)) {
      return true;
    }
    int shorter = Math.min(a.length(), b.length());
    if (shorter < TOLERANT_FROM || Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    int head = 0;
    while (head < shorter && a.charAt(head) == b.charAt(head)) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
      tail++;
    }
    String inA = a.substring(head, a.length() - tail);
    String inB = b.substring(head, b.length() - tail);
    return Math.max(inA.length(), inB.length()) == 1
        || (inA.length() == 2
            && inB.length() == 2
            && inA.charAt(0) == inB.charAt(1)
            && inA.charAt(1) == inB.charAt(0));
  }
}
