package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// Cuts a text into folded words, clauses and sentences. Emojis are words. One use each.
final class Splitter {

  /// Nobody's first 2,000 characters are nonsense and the rest a request.
  private static final int LONGEST = 2_000;

  /// « n° 3 », « © »: signs below this are no emojis.
  private static final char LAST_LATIN = '\u024F';

  private final String text;
  private final Set<String> abbreviations;
  private final List<Word> words = new ArrayList<>();
  private final BitSet questions = new BitSet();
  private int sentence;
  private int clause;

  private Splitter(String text, Set<String> abbreviations) {
    this.text = text;
    this.abbreviations = abbreviations;
  }

  /// @param abbreviations folded words whose full stop ends no sentence (« M. », « av. »)
  static Written split(String text, Set<String> abbreviations) {
    String read = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    return new Splitter(read, abbreviations).run();
  }

  private Written run() {
    int at = 0;
    while (at < text.length()) {
      at = step(at);
    }
    return new Written(text, words, questions);
  }

  private int step(int at) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c)) {
      return word(at);
    }
    if (Character.isHighSurrogate(c)
        && at + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      return symbol(at, at + 2);
    }
    if (c > LAST_LATIN && Character.getType(c) == Character.OTHER_SYMBOL) {
      return symbol(at, at + 1);
    }
    mark(c, at);
    return at + 1;
  }

  private int word(int from) {
    StringBuilder folded = new StringBuilder();
    int at = from;
    while (at < text.length() && belongs(at)) {
      char c = text.charAt(at);
      if (Character.isLetterOrDigit(c)) {
        Fold.append(folded, c);
      } else if (Character.getType(c) != Character.NON_SPACING_MARK) {
        folded.append(c);
      }
      at++;
    }
    add(folded.toString(), from, at);
    return at;
  }

  /// Letters and digits; accents written as marks of their own; and the point, colon, slash or
  /// comma inside a number.
  private boolean belongs(int at) {
    char c = text.charAt(at);
    if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
      return true;
    }
    return (c == '/' || c == ':' || c == '.' || c == ',') && digit(at - 1) && digit(at + 1);
  }

  private boolean digit(int at) {
    return at >= 0 && at < text.length() && Character.isDigit(text.charAt(at));
  }

  private int symbol(int from, int to) {
    int point = text.codePointAt(from);
    boolean skinTone = point >= 0x1F3FB && point <= 0x1F3FF;
    if (!skinTone) {
      add(text.substring(from, to), from, to);
    }
    return to;
  }

  private void add(String folded, int from, int to) {
    words.add(new Word(folded, folded, from, to, sentence, clause));
  }

  private void mark(char c, int at) {
    switch (c) {
      case '.' -> {
        if (words.isEmpty() || !abbreviations.contains(words.getLast().raw())) {
          endSentence();
        }
      }
      case '?' -> {
        questions.set(sentence);
        endSentence();
      }
      case '!', ';', '\n', '…' -> endSentence();
      case ',', '(', ')', ':' -> clause++;
      case '-', '–', '—' -> {
        if (spaceAround(at)) {
          clause++;
        }
      }
      default -> {
        // Blanks, quotes and apostrophes only part words.
      }
    }
  }

  private boolean spaceAround(int at) {
    return at > 0
        && Character.isWhitespace(text.charAt(at - 1))
        && at + 1 < text.length()
        && Character.isWhitespace(text.charAt(at + 1));
  }

  private void endSentence() {
    if (!words.isEmpty() && words.getLast().sentence() == sentence) {
      sentence++;
      clause++;
    }
  }
}
