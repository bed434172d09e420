package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.PersonName.Civility;
import java.util.Locale;
import java.util.Optional;

/// Tells first name from family name, in whichever order they were written.
final class NameParts {

  private final Message message;
  private final boolean asked;

  /// @param asked whether the name was asked for: a lone « Martin » is then the family's
  NameParts(Message message, boolean asked) {
    this.message = message;
    this.asked = asked;
  }

  PersonName parse(int from, int to, Optional<Civility> civility) {
    if (to - from == 1) {
      return single(from, civility);
    }
    boolean reversed =
        (isFamily(from) && onlyFirst(to - 1))
            || (onlyFamily(from) && first(to - 1))
            || (shouted(from) && !shouted(to - 1));
    if (reversed) {
      int first = to - 1;
      while (first > from + 1 && hyphenated(first)) {
        first--;
      }
      return named(civility, first, to, from, first);
    }
    boolean twofold = to - from == 2 && !first(from) && !first(to - 1) && isHyphen(to - 1);
    if (twofold || (civility.isPresent() && !first(from))) {
      return new PersonName(civility, Optional.empty(), Optional.of(text(from, to)));
    }
    int split = from + 1;
    while (split < to - 1 && hyphenated(split)) {
      split++;
    }
    return named(civility, from, split, split, to);
  }

  /// A family name told letter by letter.
  static PersonName spelled(Message message, int from, int to) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      // a letter may have become several words (« c » → « c'est »)
      boolean again = i > from && message.word(i).start() == message.word(i - 1).start();
      String letter = again ? "" : message.word(i).raw();
      name.append(i == from ? letter.toUpperCase(Locale.FRENCH) : letter);
    }
    return new PersonName(Optional.empty(), Optional.empty(), Optional.of(name.toString()));
  }

  /// « Le Gall », « De La Fontaine Jean »: a family name that begins with a particle.
  PersonName led(int from, int to, Optional<Civility> civility) {
    return to - from > 2 && onlyFirst(to - 1)
        ? named(civility, to - 1, to, from, to - 1)
        : new PersonName(civility, Optional.empty(), Optional.of(text(from, to)));
  }

  private PersonName single(int at, Optional<Civility> civility) {
    boolean family =
        civility.isPresent() || !first(at) || (asked && message.written(at).isFamilyName());
    Optional<String> text = Optional.of(text(at, at + 1));
    return family
        ? new PersonName(civility, Optional.empty(), text)
        : new PersonName(civility, text, Optional.empty());
  }

  /// The name whose parts stand in these places.
  PersonName named(Optional<Civility> civility, int first, int firstEnd, int last, int lastEnd) {
    return new PersonName(
        civility, Optional.of(text(first, firstEnd)), Optional.of(text(last, lastEnd)));
  }

  /// Martin is both: beside a first name that no family bears, it is the family's.
  private boolean isFamily(int at) {
    return !first(at) || message.written(at).isFamilyName();
  }

  private boolean onlyFamily(int at) {
    return !first(at) && message.written(at).isFamilyName();
  }

  private boolean onlyFirst(int at) {
    return first(at) && !message.written(at).isFamilyName();
  }

  private boolean first(int at) {
    return message.written(at).isFirstName();
  }

  private boolean isHyphen(int at) {
    return message.source().charAt(message.word(at).start() - 1) == '-';
  }

  /// The second half of « Jean-Pierre », « Jean Pierre ».
  private boolean hyphenated(int at) {
    return first(at) && (isHyphen(at) || first(at - 1));
  }

  /// Family names are often written in capitals.
  private boolean shouted(int at) {
    Word word = message.word(at);
    String text = message.source().substring(word.start(), word.end());
    return text.length() > 1 && text.equals(text.toUpperCase(Locale.FRENCH));
  }

  /// The words as written, with capitals where names have them.
  private String text(int from, int to) {
    Span span = message.span(from, to);
    StringBuilder name = new StringBuilder();
    boolean begins = true;
    for (char c : span.of(message.source()).toCharArray()) {
      name.append(begins ? Character.toUpperCase(c) : Character.toLowerCase(c));
      begins = !Character.isLetter(c);
    }
    return name.toString();
  }
}
