package fr.duret.permanence.understanding.dates;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads French expressions of time as people write them in an SMS. Immutable, safe for many
/// threads; build it once (it loads its vocabulary from resources).
///
/// A text goes through: tokens, lexemes (phrases, typing errors forgiven, phone numbers masked),
/// pieces (the grammar's rules), polarity (wanted, excluded, reference), groups, meaning. Where
/// French leaves two readings, a second parse takes the other one and becomes an alternative.
public final class Dates {

  /// No SMS is longer; what follows in a longer text is not read.
  private static final int LONGEST = 2_000;

  private static final int HYPOTHESES = 4;
  private static final double REPAIRED = 0.96;

  private final Scanner scanner;

  private Dates(Scanner scanner) {
    this.scanner = scanner;
  }

  /// Loads the French vocabulary; throws [IllegalStateException] if the resource is wrong.
  public static Dates french() {
    return new Dates(new Scanner(Lexicon.load()));
  }

  /// What the text says about time, seen from `now` (local time of its receipt, Europe/Paris).
  /// Never throws, whatever the text.
  public Reading read(String text, LocalDateTime now) {
    List<Lexeme> lexemes = scanner.scan(text.substring(0, Math.min(text.length(), LONGEST)));
    Choices choices = new Choices(null);
    Hypothesis first = parse(new Line(lexemes, now, choices), null);
    if (first == null) {
      return new Reading(List.of());
    }
    List<Hypothesis> hypotheses = new ArrayList<>(List.of(first));
    for (Ambiguity fork : choices.met()) {
      Hypothesis other = parse(new Line(lexemes, now, new Choices(fork)), fork);
      if (other != null
          && hypotheses.stream().noneMatch(known -> known.when().equals(other.when()))) {
        hypotheses.add(other);
      }
    }
    hypotheses.sort(Comparator.comparingDouble(Hypothesis::confidence).reversed());
    return new Reading(hypotheses.subList(0, Math.min(hypotheses.size(), HYPOTHESES)));
  }

  private static @Nullable Hypothesis parse(Line line, @Nullable Ambiguity turned) {
    List<Grammar.Placed> pieces = Grammar.pieces(line);
    boolean silent = pieces.stream().noneMatch(placed -> speaks(placed.piece()));
    List<Marking.Marked> marked = silent ? List.of() : new Marking(line, pieces).marked();
    When when =
        silent ? When.NONE : new Settlement(line, new Grouping(marked).groups()).when(marked);
    List<String> cautions = Caution.reasons(line, pieces, marked, when);
    if (when.isNone() && cautions.isEmpty()) {
      return null;
    }
    List<Grammar.Placed> used =
        marked.stream()
            .map(mark -> pieces.get(mark.index()))
            .filter(placed -> speaks(placed.piece()))
            .toList();
    List<String> repaired = repaired(line, used);
    double confidence =
        line.choices().likelihood()
            * Math.pow(REPAIRED, repaired.size())
            * Caution.factor(cautions);
    return new Hypothesis(
        when, spans(line, used), reason(line.choices(), turned, repaired, cautions), confidence);
  }

  static boolean speaks(Piece piece) {
    return switch (piece) {
      case Piece.Day day -> true;
      case Piece.Time time -> true;
      case Piece.Lasting lasting -> true;
      case Piece.Doubt doubt -> true;
      case Piece.Link link -> false;
      case Piece.Gap gap -> false;
    };
  }

  private static List<Span> spans(Line line, List<Grammar.Placed> used) {
    return used.stream().map(placed -> span(line, placed)).distinct().toList();
  }

  private static Span span(Line line, Grammar.Placed placed) {
    return new Span(
        line.lexemes().get(placed.from()).start(), line.lexemes().get(placed.to() - 1).end());
  }

  private static List<String> repaired(Line line, List<Grammar.Placed> used) {
    List<String> words = new ArrayList<>();
    for (Grammar.Placed placed : used) {
      line.lexemes().subList(placed.from(), placed.to()).stream()
          .filter(Lexeme::repaired)
          .map(Lexeme::text)
          .filter(word -> !words.contains(word))
          .forEach(words::add);
    }
    return words;
  }

  private static String reason(
      Choices choices, @Nullable Ambiguity turned, List<String> repaired, List<String> cautions) {
    StringBuilder reason = new StringBuilder("as said");
    for (Ambiguity fork : choices.met()) {
      reason.append(fork == turned ? "; other reading of " : "; first reading of ").append(fork);
    }
    cautions.forEach(caution -> reason.append("; caution: ").append(caution));
    repaired.forEach(word -> reason.append("; misspelt: ").append(word));
    return reason.toString();
  }
}
