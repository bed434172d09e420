package fr.duret.permanence.understanding;

import java.util.BitSet;
import java.util.List;

/// Where in a message a name may stand that nothing introduces: apart, among the few words of an
/// answer; not in a sentence that wants something, and not where a commune stands.
final class Standing {

  /// So many other words in its clause may a name have that was asked for.
  private static final int FEW = 1;

  private static final List<String> WANTS =
      List.of("INTENT:BOOK", "INTENT:MOVE", "INTENT:CANCEL", "INTENT:VISIT_STATUS");

  private static final String MOTIVE = "MOTIVE:";

  private final Message message;
  private final BitSet places;
  private final BitSet streets;
  private final BitSet answer;
  private final BitSet wants;

  private Standing(Message message, BitSet places, BitSet streets, BitSet answer, BitSet wants) {
    this.message = message;
    this.places = places;
    this.streets = streets;
    this.answer = answer;
    this.wants = wants;
  }

  static Standing of(Message message, Matches matches, List<Finding<String>> communes) {
    BitSet places = new BitSet();
    for (Finding<String> commune : communes) {
      BitSet covered = covered(message, commune.span());
      // « de La Tour » is more often a name than a place
      boolean telling = covered.stream().anyMatch(i -> !message.written(i).isOrdinary());
      // « Fontaine » is a family more often than Fontaine-le-Puits
      boolean person = covered.stream().anyMatch(i -> isPerson(message, i));
      boolean shortened = PlaceSearch.isShortened(commune) && !person;
      boolean named = commune.confidence() == Confidence.SURE || shortened;
      if (telling && named) {
        places.or(covered);
      }
    }
    BitSet streets = new BitSet();
    BitSet wants = new BitSet();
    BitSet answer = new BitSet();
    for (Match match : matches.all()) {
      if (WANTS.contains(match.label()) || match.label().startsWith(MOTIVE)) {
        wants.set(message.word(match.from()).clause());
      } else if (match.label().equals("NAME:WHERE")) {
        wants.set(message.word(match.from()).clause());
      } else if (match.label().equals("NAME:STREET")) {
        streets.set(match.from(), clauseEnd(message, match.from()));
      } else if (match.label().equals("NAME:AROUND")) {
        answer.set(match.from(), match.to());
      }
    }
    return new Standing(message, places, streets, answer, wants);
  }

  private static boolean isPerson(Message message, int at) {
    return message.written(at).isFirstName() || message.written(at).isFamilyName();
  }

  private static int clauseEnd(Message message, int from) {
    int to = from + 1;
    while (to < message.size() && !message.opens(to)) {
      to++;
    }
    return to;
  }

  private static BitSet covered(Message message, Span span) {
    BitSet covered = new BitSet();
    for (int i = 0; i < message.size(); i++) {
      Word word = message.word(i);
      covered.set(i, span.start() <= word.start() && word.end() <= span.end());
    }
    return covered;
  }

  /// Whether a commune stands there.
  boolean isPlace(int word) {
    return places.get(word);
  }

  /// Whether such a word merely stands beside names.
  boolean isAround(int word) {
    return answer.get(word);
  }

  /// Whether that word names a street or a house.
  boolean isStreet(int word) {
    return streets.get(word);
  }

  /// Whether the clause of that word says what is wanted.
  boolean speaks(int word) {
    return wants.get(message.word(word).clause());
  }

  /// Whether these words stand for themselves.
  boolean alone(int from, int to) {
    if (speaks(from)) {
      return false;
    }
    int others = 0;
    for (int i = 0; i < message.size(); i++) {
      boolean inside = i >= from && i < to;
      boolean same = message.word(i).clause() == message.word(from).clause();
      boolean letter = message.word(i).raw().length() == 1;
      others +=
          same
                  && !inside
                  && !letter
                  && !isPlace(i)
                  && !isStreet(i)
                  && !answer.get(i)
                  && !isNumber(i)
              ? 1
              : 0;
    }
    return others <= FEW;
  }

  private boolean isNumber(int word) {
    return Character.isDigit(message.text(word).charAt(0));
  }
}
