package fr.duret.permanence.understanding.dates;

import java.util.List;

/// Recognises French phone numbers, so that « 06 12 24 11 26 » never becomes a date. Ten digits
/// from 0, or eleven after `+33`, in groups of two (the first may be longer) all parted by the same
/// sign.
final class PhoneNumbers {

  private PhoneNumbers() {}

  /// The token after the phone number that begins there, or the same token if none does.
  static int end(List<Token> tokens, int at) {
    boolean plus = tokens.get(at).type() == Token.Type.SIGN && tokens.get(at).text().equals("+");
    int first = plus ? at + 1 : at;
    if (first >= tokens.size() || !begins(tokens.get(first), plus)) {
      return at;
    }
    int wanted = plus ? 11 : 10;
    int digits = tokens.get(first).text().length();
    String sign = null;
    int next = first + 1;
    while (digits < wanted && next < tokens.size()) {
      String between = tokens.get(next).type() == Token.Type.SIGN ? tokens.get(next).text() : "";
      int group = between.isEmpty() ? next : next + 1;
      boolean same = sign == null || sign.equals(between);
      if (!same || group >= tokens.size() || tokens.get(group).type() != Token.Type.DIGITS) {
        return at;
      }
      sign = between;
      digits += tokens.get(group).text().length();
      next = group + 1;
    }
    return digits == wanted ? next : at;
  }

  private static boolean begins(Token token, boolean plus) {
    return token.type() == Token.Type.DIGITS && (plus || token.text().charAt(0) == '0');
  }
}
