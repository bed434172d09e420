package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.understanding.dates.Dates;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.When;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The day by which a text names a visit that there is already: « mon rendez-vous du 27 ». It is no
/// wish. The words are a step's constants: `named: "rdv du, celui de"` are those after which the
/// day stands, `ends: "pour, au"` those with which something else begins.
record VisitDay(Dates dates, LocalDateTime now, List<String> named, List<String> ends) {

  static final String NAMED = "named";
  static final String ENDS = "ends";
  static final Set<String> PARAMETERS = Set.of(NAMED, ENDS);

  /// « Mercredi 26 novembre » is as long as a day gets.
  private static final int MOST_WORDS = 3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}/]+");

  /// A day, and the text without it.
  ///
  /// @param dated whether it is told by a number, and not only by its name
  record Told(LocalDate day, boolean dated, String rest) {}

  static VisitDay of(Map<String, String> parameters, Dates dates, LocalDateTime now) {
    return new VisitDay(dates, now, words(parameters.get(NAMED)), words(parameters.get(ENDS)));
  }

  private static List<String> words(@Nullable String list) {
    return list == null ? List.of() : Stream.of(list.split(",", -1)).map(Words::plain).toList();
  }

  /// The text without the day that names a visit.
  String without(String text) {
    return in(text).map(Told::rest).orElse(text);
  }

  /// The day; empty if none is told so.
  Optional<Told> in(String text) {
    List<MatchResult> words = WORD.matcher(text).results().toList();
    return IntStream.range(0, words.size())
        .filter(i -> introduces(text, words.get(i)))
        .mapToObj(i -> after(text, words, i))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean introduces(String text, MatchResult last) {
    String until = Words.plain(text.substring(0, last.end()));
    return named.stream().anyMatch(until::endsWith);
  }

  /// The longest stretch that tells one day; its first word, « du », belongs to it.
  private Optional<Told> after(String text, List<MatchResult> words, int first) {
    int most = Math.min(words.size() - 1, first + MOST_WORDS);
    int end =
        IntStream.rangeClosed(first + 1, most)
            .filter(i -> ends(words.get(i)))
            .findFirst()
            .orElse(most + 1);
    return IntStream.range(first + 1, end)
        .map(i -> end + first - i)
        .mapToObj(i -> told(text, words.get(first).start(), words.get(i).end()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private boolean ends(MatchResult word) {
    return ends.contains(Words.plain(word.group()));
  }

  private Optional<Told> told(String text, int from, int to) {
    String phrase = text.substring(from, to);
    When when = dates.read(phrase, now).best();
    return when.wanted().size() == 1
            && !when.mustAsk()
            && when.wanted().getFirst().days() instanceof DayRange(var day, var until)
            && day != null
            && day.equals(until)
        ? Optional.of(new Told(day, isDated(phrase), text.substring(0, from) + text.substring(to)))
        : Optional.empty();
  }

  private static boolean isDated(String phrase) {
    return phrase.chars().anyMatch(Character::isDigit);
  }
}
