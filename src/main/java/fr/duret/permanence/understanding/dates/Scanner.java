package fr.duret.permanence.understanding.dates;

import java.util.ArrayList;
import java.util.List;

/// Turns tokens into lexemes: phrases of the vocabulary, numbers, signs, unknown words; what is a
/// number but no date (phone numbers, postcodes) becomes noise.
final class Scanner {

  private static final Senses SIGN = Senses.of(List.of(Sense.of(Kind.SIGN, "")));
  private static final Senses NOISE = Senses.of(List.of(Sense.of(Kind.NOISE, "")));

  /// Longer numbers are never a day, an hour or a year.
  private static final int DIGITS_OF_A_YEAR = 4;

  private final Lexicon lexicon;

  Scanner(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<Lexeme> scan(String text) {
    List<Token> tokens = Tokenizer.tokens(text);
    List<Lexeme> lexemes = new ArrayList<>(tokens.size());
    int at = 0;
    while (at < tokens.size()) {
      at = next(tokens, at, lexemes);
    }
    return lexemes;
  }

  private int next(List<Token> tokens, int at, List<Lexeme> lexemes) {
    int phone = PhoneNumbers.end(tokens, at);
    if (phone > at) {
      lexemes.add(lexeme(tokens, at, phone, NOISE, false));
      return phone;
    }
    Lexicon.Found found = lexicon.find(tokens, at);
    if (found != null) {
      lexemes.add(lexeme(tokens, at, at + found.tokens(), found.senses(), found.repaired()));
      return at + found.tokens();
    }
    lexemes.add(lexeme(tokens, at, at + 1, senses(tokens.get(at)), false));
    return at + 1;
  }

  private static Senses senses(Token token) {
    return switch (token.type()) {
      case SIGN -> SIGN;
      case WORD -> Senses.NONE;
      case DIGITS ->
          token.text().length() > DIGITS_OF_A_YEAR
              ? NOISE
              : Senses.of(List.of(Sense.of(Kind.NUMBER, token.text())));
    };
  }

  private static Lexeme lexeme(
      List<Token> tokens, int from, int to, Senses senses, boolean repaired) {
    StringBuilder text = new StringBuilder(tokens.get(from).text());
    for (int i = from + 1; i < to; i++) {
      text.append(' ').append(tokens.get(i).text());
    }
    boolean glued = from > 0 && tokens.get(from - 1).touches(tokens.get(from));
    int start = tokens.get(from).start();
    return new Lexeme(text.toString(), senses, start, tokens.get(to - 1).end(), glued, repaired);
  }
}
