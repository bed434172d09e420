package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Tells yes from no from a yes with reservations.
final class Answers {

  private static final String YES = "YES";
  private static final String NO = "NO";
  private static final String RESERVE = "RESERVE";
  private static final String DOUBT = "DOUBT";
  private static final String HARMLESS = "HARMLESS";
  private static final List<String> LABELS = List.of(YES, NO, RESERVE, DOUBT, HARMLESS);

  /// What answers only where yes or no was asked for (« on laisse tomber », « il est attendu »).
  private static final String ASKED = "-ASKED";

  /// One word of assent that stays one in a question (« ok ? » asks for ours, « oui vous venez ? »
  /// gives his).
  private static final int PLAIN = 1;

  private Answers() {}

  /// @param matches the patterns found in the message
  /// @param asked whether yes or no was asked for
  static Answer read(Message message, Matches matches, boolean asked) {
    List<Match> found = found(matches, asked);
    if (found.isEmpty()) {
      return Answer.NONE;
    }
    List<Match> kept = longest(found);
    List<Match> yes = with(kept, YES).stream().filter(m -> !onlyAsked(message, m)).toList();
    List<Match> no = with(kept, NO).stream().filter(m -> !isWondered(message, matches, m)).toList();
    boolean reserved = !with(kept, RESERVE).isEmpty();
    boolean doubtful = !with(kept, DOUBT).isEmpty();
    if (yes.isEmpty()) {
      return no.isEmpty() || doubtful ? Answer.NONE : Answer.NO;
    }
    if (no.isEmpty()) {
      boolean held = reserved && reserves(kept, yes.getFirst());
      return held || doubtful ? Answer.RESERVED : Answer.YES;
    }
    if (doubtful) {
      return Answer.NONE;
    }
    if (isTakenBack(matches, yes.getFirst(), no)) {
      return Answer.NO;
    }
    return no.getFirst().from() < yes.getFirst().from() && !reserved ? Answer.NO : Answer.RESERVED;
  }

  private static List<Match> found(Matches matches, boolean asked) {
    List<Match> found = new ArrayList<>();
    for (String label : LABELS) {
      found.addAll(matches.with(label));
    }
    if (asked) {
      found.addAll(matches.with(YES + ASKED));
      found.addAll(matches.with(NO + ASKED));
    }
    return found;
  }

  /// « Oui enfin non », « oui bonjour finalement pas jeudi ».
  private static boolean isTakenBack(Matches matches, Match yes, List<Match> no) {
    return matches.with("CORRECTION").stream()
        .anyMatch(turn ->
            turn.from() >= yes.to()
                && no.stream().anyMatch(m -> m.from() >= turn.from() && m.from() <= turn.to() + 1));
  }

  /// A reservation counts wherever it stands: « si c'est avant 10h oui ».
  private static boolean reserves(List<Match> kept, Match yes) {
    return with(kept, RESERVE).stream().anyMatch(reserve -> !reserve.overlaps(yes));
  }

  /// « Pourquoi ce ne serait plus bon ? » denies nothing.
  private static boolean isWondered(Message message, Matches matches, Match no) {
    if (!message.asks(no.from())) {
      return false;
    }
    for (int i = no.from(); i >= 0; i--) {
      if (message.word(i).sentence() != message.word(no.from()).sentence()) {
        return false;
      }
      if (matches.at("WHY", i)) {
        return true;
      }
    }
    return false;
  }

  private static boolean onlyAsked(Message message, Match yes) {
    return message.asks(yes.from()) && (yes.length() > PLAIN || alone(message, yes));
  }

  private static boolean alone(Message message, Match yes) {
    return message.opens(yes.from()) && message.closes(yes.to() - 1);
  }

  private static List<Match> with(List<Match> matches, String label) {
    return matches.stream()
        .filter(match -> match.label().equals(label) || match.label().equals(label + ASKED))
        .toList();
  }

  /// Without those inside longer ones: « pas de souci » holds no « pas », « mais oui » no « mais ».
  private static List<Match> longest(List<Match> matches) {
    return matches.stream()
        .filter(match ->
            matches.stream().noneMatch(other -> other.covers(match) && swallows(other, match)))
        .sorted(Comparator.comparingInt(Match::from))
        .toList();
  }

  private static boolean swallows(Match other, Match match) {
    return other.length() > match.length()
        || (other.label().equals(HARMLESS) && match.label().equals(RESERVE));
  }
}
