package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.NameWords.Trust;
import java.util.Optional;

/// The names in one message that nothing introduces: alone where one was asked for, told letter by
/// letter, or under the message.
final class LoneNames {

  /// So many letters in a row spell a name.
  private static final int FEWEST_LETTERS = 4;

  private final Message message;
  private final Matches matches;
  private final Standing standing;
  private final NameWords words;

  LoneNames(Message message, Matches matches, Standing standing, NameWords words) {
    this.message = message;
    this.matches = matches;
    this.standing = standing;
    this.words = words;
  }

  /// All words that are no ordinary ones, if they stand together.
  Optional<Finding<PersonName>> alone() {
    Optional<Finding<PersonName>> any = Optional.empty();
    int most = 0;
    for (int from = 0; from < message.size(); from++) {
      int to = upTo(from);
      boolean longer = any.isEmpty() || to - from >= most;
      boolean better = longer && (any.isEmpty() || words.isFirstName(from));
      if (to > from && better && (standing.alone(from, to) || isFullName(from, to))) {
        any = Optional.of(words.finding(from, to, Optional.empty(), NameWords.ASKED));
        most = to - from;
      }
      from = Math.max(from, to - 1);
    }
    return any;
  }

  /// « Notez Julie Favre »: nothing else looks so.
  private boolean isFullName(int from, int to) {
    return to - from > 1
        && words.isFirstName(from)
        && !words.isOrdinary(to - 1)
        && !standing.speaks(from);
  }

  /// Where the names that begin there and stand together end.
  private int upTo(int from) {
    int to = from;
    while (to < message.size()
        && to - from < NameWords.LONGEST
        && !standing.isPlace(to)
        && message.word(to).clause() == message.word(from).clause()
        && (words.isName(to, Trust.FULL)
            || isOnlyFamilyName(to)
            || isInside(from, to)
            || leads(from, to))) {
      to++;
    }
    return words.withoutParticles(from, to);
  }

  private boolean isOnlyFamilyName(int at) {
    return words.isFamilyName(at) && message.size() <= 2;
  }

  private boolean isInside(int from, int at) {
    return at > from
        && at + 1 < message.size()
        && words.isParticle(at)
        && words.isName(at + 1, Trust.FULL);
  }

  /// « Le Gall », « de La Fontaine »: a name that begins the message may begin with a particle.
  private boolean leads(int from, int at) {
    return from == 0
        && at - from <= 1
        && words.isParticle(at)
        && !matches.at("NAME:WELL", at)
        && (at == 0 || words.isParticle(at - 1))
        && words.leadsOn(at)
        && (message.capital(at + 1) || at + 2 == message.size())
        && (words.isName(at + 1, Trust.FULL) || (words.isParticle(at + 1) && leads(from, at + 1)));
  }

  /// « B A U D », « D-U-C-H-E-N-E »: a name told letter by letter.
  Optional<Finding<PersonName>> spelled() {
    for (int from = 0; from < message.size(); from++) {
      int to = from;
      while (to < message.size() && isLetter(to)) {
        to++;
      }
      if (to - from >= FEWEST_LETTERS) {
        return Optional.of(
            new Finding<>(
                NameParts.spelled(message, from, to),
                Confidence.LIKELY,
                message.span(from, to),
                "letter by letter"));
      }
      from = Math.max(from, to - 1);
    }
    return Optional.empty();
  }

  private boolean isLetter(int at) {
    String raw = message.word(at).raw();
    return raw.length() == 1 && Character.isLetter(raw.charAt(0));
  }

  /// A first name and a family name that stand alone at the end, with capitals.
  Optional<Finding<PersonName>> signature() {
    int to = message.size();
    int from = to;
    while (from > 0
        && to - from < NameWords.LONGEST
        && words.isName(from - 1, Trust.SOME)
        && message.capital(from - 1)) {
      from--;
    }
    boolean apart =
        from > 0 && (message.opens(Math.min(from, to - 1)) || matches.at("NAME:CLOSING", from - 1));
    return apart && to - from >= 2 && words.isFirstName(from)
        ? Optional.of(words.finding(from, to, Optional.empty(), "signature"))
        : Optional.empty();
  }
}
