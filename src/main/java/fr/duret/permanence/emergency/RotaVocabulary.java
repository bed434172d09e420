package fr.duret.permanence.emergency;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The few words that people on call use. Clients' French is read with care because a wrong yes
/// costs them something; here a yes that is not heard costs more: somebody drives, and the client
/// still reads that we are looking for somebody.
final class RotaVocabulary {

  private static final String RESOURCE = "/emergency/rota.txt";
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern WORD = Pattern.compile("\\S+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

  private final Map<String, List<String>> lists;

  private RotaVocabulary(Map<String, List<String>> lists) {
    this.lists = lists;
  }

  /// The vocabulary shipped with the product.
  static RotaVocabulary load() {
    try (InputStream in =
        Objects.requireNonNull(RotaVocabulary.class.getResourceAsStream(RESOURCE), RESOURCE)) {
      String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new RotaVocabulary(
          file.lines()
              .filter(line -> !line.startsWith("#") && !line.isBlank())
              .map(line -> line.split(":", 2))
              .collect(Collectors.toMap(line -> line[0], line -> phrases(line[1]))));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> phrases(String line) {
    return Arrays.stream(line.split(",", -1)).map(RotaVocabulary::plain).toList();
  }

  /// What a text means, if these words tell; empty otherwise.
  ///
  /// @param refused whether it is understood as a no
  Optional<Reply> reply(String text, boolean refused) {
    if (goes(text)) {
      return Optional.of(Reply.TAKES);
    }
    if (says("done", text) && !says("undone", text)) {
      return Optional.of(Reply.DONE);
    }
    if (refused) {
      return Optional.empty();
    }
    if (agrees(text)) {
      return Optional.of(Reply.TAKES);
    }
    return asks(text) ? Optional.of(Reply.ASKS) : Optional.empty();
  }

  /// Whether he says that he goes there.
  boolean goes(String text) {
    return says("go", text) && !says("against", text);
  }

  /// Whether he speaks of the alert that he has.
  boolean reports(String text) {
    return says("report", text) && !goes(text);
  }

  /// Whether he wants to know who and where it is.
  boolean asks(String text) {
    return says("ask", text);
  }

  /// Whether a number between such words counts minutes or houses and names no alert.
  boolean measures(String before, String after) {
    return any("before", plain(before)::endsWith) || any("unit", plain(after)::startsWith);
  }

  /// Whether a number after such words counts alerts (« les 2 ») unless another number follows.
  boolean counts(String before) {
    return any("count", plain(before)::endsWith);
  }

  /// Whether a number after such words names an alert.
  boolean names(String before) {
    return any("names", plain(before)::endsWith);
  }

  /// Whether what stands between two numbers makes a span of them: « 10 à 15 ».
  boolean spans(String between) {
    return any("span", plain(between)::equals);
  }

  /// Whether what stands between two numbers lets the second name an alert as the first does.
  boolean joins(String between) {
    return plain(between).isBlank() || any("join", plain(between)::equals);
  }

  /// Whether that is the number of the firemen or the like.
  boolean isService(int number) {
    return any("services", plain(String.valueOf(number))::equals);
  }

  /// Whether all alerts that wait are meant.
  boolean meansRest(String text) {
    return any("rest", plain(text)::contains) || meansOther(text);
  }

  /// Whether the only other one is meant.
  boolean meansOther(String text) {
    return any("other", plain(text)::contains);
  }

  /// Whether a clause takes some out of what was said before.
  boolean excepts(String clause) {
    return any("except", plain(clause)::startsWith);
  }

  /// A clause, parted where its words turn to something else.
  List<String> turns(String clause) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    Matcher word = WORD.matcher(clause);
    while (word.find()) {
      int start = word.start();
      if (start > from && any("turn", plain(clause.substring(start))::startsWith)) {
        parts.add(clause.substring(from, start));
        from = start;
      }
    }
    parts.add(clause.substring(from));
    return parts;
  }

  private boolean agrees(String text) {
    return any("yes", plain(text)::startsWith) && !says("against", text) && !says("reserve", text);
  }

  private boolean says(String list, String text) {
    String said = plain(text);
    for (String harmless : Objects.requireNonNull(lists.get("harmless"))) {
      said = said.replace(harmless, " ");
    }
    return any(list, said::contains);
  }

  private boolean any(String list, Predicate<String> fits) {
    return Objects.requireNonNull(lists.get(list)).stream().anyMatch(fits);
  }

  /// Small letters and digits, with one space before, between and after the words.
  private static String plain(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return NO_WORD.matcher(" " + bare.toLowerCase(Locale.ROOT) + " ").replaceAll(" ");
  }
}
