package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into tokens. Letters and digits part (« 14h30 » is three tokens); apostrophes part
/// words and vanish.
final class Tokenizer {

  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private Token.Type type = Token.Type.SIGN;
  private int start;

  private Tokenizer(String source) {
    this.source = source;
  }

  static List<Token> tokens(String text) {
    return new Tokenizer(text).run();
  }

  private List<Token> run() {
    for (int i = 0; i < source.length(); i++) {
      String folded = Folding.fold(source.charAt(i));
      if (!folded.isEmpty()) {
        take(folded, i);
      }
    }
    flush(source.length());
    return tokens;
  }

  private void take(String folded, int at) {
    char c = folded.charAt(0);
    if ((c >= 'a' && c <= 'z') || Character.isLetter(c)) {
      extend(Token.Type.WORD, folded, at);
    } else if (c >= '0' && c <= '9') {
      extend(Token.Type.DIGITS, folded, at);
    } else {
      flush(at);
      if (c == '\n' || c == '\r') {
        tokens.add(new Token(Token.Type.SIGN, ".", at, at + 1));
      } else if (!Character.isWhitespace(c) && c != '\'') {
        tokens.add(new Token(Token.Type.SIGN, folded, at, at + 1));
      }
    }
  }

  private void extend(Token.Type next, String folded, int at) {
    if (next != type || word.isEmpty()) {
      flush(at);
      type = next;
      start = at;
    }
    word.append(folded);
  }

  private void flush(int end) {
    if (!word.isEmpty()) {
      tokens.add(new Token(type, word.toString(), start, end));
      word.setLength(0);
    }
  }
}
