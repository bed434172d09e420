package fr.duret.permanence.understanding;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The numbers of options named in a message: « 2 », « la 2 », « le deuxième », « 1 ou 3 ». Not
/// those that count something (« 2 prises »), tell an hour or a day, or belong to a telephone
/// number.
final class Numbers {

  private static final String NUMBER = "NUMBER:";
  private static final int NONE = -1;
  private static final int VERY_SHORT_MESSAGE = 3;

  /// Digits in a row that make a telephone number.
  private static final int TELEPHONE = 4;

  private final Message message;
  private final Matches matches;

  /// For each word the number that it is, or −1.
  private final int[] values;

  private final Set<Integer> picked = new TreeSet<>();
  private final Set<Integer> refused = new TreeSet<>();
  private final BitSet places = new BitSet();
  private boolean asked;

  Numbers(Message message, Matches matches) {
    this.message = message;
    this.matches = matches;
    values = values(message, matches);
    int corrected = -1;
    for (int i = 0; i < message.size(); i++) {
      corrected = at("CORRECTION", i) ? i : corrected;
      int number = values[i];
      if (number >= 0 && isPick(i)) {
        if (corrected >= 0 && !picked.isEmpty()) {
          // « la 1, ah non la 3 »
          picked.clear();
          corrected = -1;
        }
        (negated(i) || refusedAfter(i) ? refused : picked).add(number);
        places.set(i);
        asked |= message.asks(i);
      }
    }
  }

  /// Those picked, ascending.
  List<Integer> picked() {
    return List.copyOf(picked);
  }

  /// Those said not to suit (« pas la 2 »).
  Set<Integer> refused() {
    return refused;
  }

  /// Whether that word is the number of an option.
  boolean isPlaced(int word) {
    return places.get(word);
  }

  /// Whether one of them stands in a question.
  boolean asked() {
    return asked;
  }

  /// « La première ne me va pas, la seconde non plus ».
  private boolean refusedAfter(int index) {
    for (int i = index + 1; i <= index + 2 && i < message.size(); i++) {
      if (message.word(i).clause() != message.word(index).clause()) {
        return false;
      }
      if (at("REFUSED", i)) {
        return true;
      }
    }
    return false;
  }

  private boolean at(String label, int index) {
    return matches.at(label, index);
  }

  private static int[] values(Message message, Matches matches) {
    int[] values = new int[message.size()];
    Arrays.fill(values, NONE);
    for (Match match : matches.all()) {
      if (values[match.from()] == NONE && match.label().startsWith(NUMBER)) {
        values[match.from()] = Integer.parseInt(match.label().substring(NUMBER.length()));
      }
    }
    for (int i = 0; i < values.length; i++) {
      int written = digits(message.text(i));
      values[i] = written == NONE ? values[i] : written;
    }
    return values;
  }

  /// The value of one or two digits, or −1.
  static int digits(String text) {
    int value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9 || i > 1) {
        return NONE;
      }
      value = 10 * value + digit;
    }
    return value;
  }

  private boolean isPick(int index) {
    boolean strong = at("STRONGMARK", index - 1);
    if (strong) {
      return true;
    }
    if (at("ORDINAL", index) && at("STRONGMARK", index + 1)) {
      return true;
    }
    if (at("ONE-OF", index)
        || at("THING", index - 1)
        || (plural(index - 1) && at("MARK", index - 1))
        || counts(index)
        || at("BEFORE-HOUR", index - 1)
        || at("DAY", index - 1)
        || telephone(index)) {
      return false;
    }
    if (joined(index)) {
      return true;
    }
    if (digits(index)) {
      return at("MARK", index - 1) || said(index) || stands(index);
    }
    if (refusedBefore(index)) {
      return false;
    }
    if (at("ORDINAL", index)) {
      return at("MARK", index - 1) || message.size() <= VERY_SHORT_MESSAGE;
    }
    return (at("MARK", index - 1) && !plural(index - 1)) || alone(index);
  }

  /// « ok 2 », « je prends 2 ».
  private boolean said(int index) {
    return at("TAKE", index - 1) || matches.with("YES").stream().anyMatch(m -> m.to() == index);
  }

  /// « 2 », « 2 svp », but not « 2 petits travaux ».
  private boolean stands(int index) {
    return message.opens(index) && (message.closes(index) || at("FOLLOW", index + 1));
  }

  /// « deux », « ok deux », but not « on sera deux ».
  private boolean alone(int index) {
    return message.size() <= VERY_SHORT_MESSAGE && (message.opens(index) || said(index));
  }

  /// The 3 of « 1 ou 3 ».
  private boolean joined(int index) {
    return at("JOIN", index - 1) && index > 1 && values[index - 2] >= 0 && isPick(index - 2);
  }

  /// « aucun des trois », « ni l'un ni l'autre ».
  private boolean refusedBefore(int index) {
    return matches.with("NONE").stream().anyMatch(m -> m.from() <= index);
  }

  /// « les deux » is both, not the second.
  private boolean plural(int index) {
    return index >= 0 && message.text(index).equals("les");
  }

  private boolean counts(int index) {
    int next = index + 1;
    return next < message.size()
        && message.word(next).sentence() == message.word(index).sentence()
        && at("UNIT", next);
  }

  private boolean telephone(int index) {
    int from = index;
    while (from > 0 && digits(from - 1)) {
      from--;
    }
    int to = index;
    while (to < message.size() && digits(to)) {
      to++;
    }
    return to - from >= TELEPHONE;
  }

  private boolean digits(int index) {
    return Character.isDigit(message.text(index).charAt(0));
  }

  private boolean negated(int index) {
    int before = at("MARK", index - 1) ? index - 2 : index - 1;
    return at("NEGATION", before) && message.word(before).clause() == message.word(index).clause();
  }
}
