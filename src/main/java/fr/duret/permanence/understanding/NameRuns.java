package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.NameWords.Trust;
import fr.duret.permanence.understanding.PersonName.Civility;
import java.util.Optional;

/// How far a name goes that begins or ends at a certain word.
final class NameRuns {

  private final Message message;
  private final Matches matches;
  private final Standing standing;
  private final NameWords words;

  NameRuns(Message message, Matches matches, Standing standing, NameWords words) {
    this.message = message;
    this.matches = matches;
    this.standing = standing;
    this.words = words;
  }

  /// Where the name ends that begins there; the same place if none does.
  int end(int from, Optional<Civility> civility, Trust trust) {
    int to = from;
    while (to < message.size()
        && to - from < NameWords.LONGEST
        && goesOn(from, to, civility, trust)) {
      to = Math.max(to + 1, NameUnits.saidHyphen(matches, to));
    }
    return words.withoutParticles(from, to);
  }

  private boolean goesOn(int from, int at, Optional<Civility> civility, Trust trust) {
    if (at > from && isJoined(at)) {
      return true;
    }
    boolean apart = at > from && message.opens(at);
    if (apart || standing.isStreet(at) || (at > from && isOver(from, at, civility))) {
      return false;
    }
    boolean led = at > from && words.isParticle(at - 1) && message.capital(at) && words.isWord(at);
    return isElided(at)
        || isSaidHyphen(from, at)
        || words.leadsOn(at)
        || words.isName(at, trust)
        || led
        || (at == from && civility.isPresent() && isCivilName(at));
  }

  /// « Cartier tiret Lange ».
  private boolean isSaidHyphen(int from, int at) {
    int end = NameUnits.saidHyphen(matches, at);
    return at > from && end > at && end < message.size() && words.isWord(end);
  }

  private boolean isJoined(int at) {
    boolean hyphened = NameUnits.isHyphen(message, at) && words.isWord(at);
    return NameUnits.isSameWord(message, at) || hyphened || isAfterSaidHyphen(at);
  }

  private boolean isAfterSaidHyphen(int at) {
    return matches.with("NAME:HYPHEN").stream().anyMatch(match -> match.to() == at)
        && words.isWord(at);
  }

  /// « O'Connor », « N'Guessan », « Marie d'Arcine »; not « d'Annecy » or « l'entretien ».
  private boolean isElided(int at) {
    int next = at + 1;
    return NameUnits.isElided(message, at)
        && next < message.size()
        && matches.at("NAME:ELIDED", at)
        && words.isWord(next)
        && !standing.isPlace(next)
        && (message.capital(next) || words.isFamilyName(next) || !words.isPlain(next));
  }

  /// A place follows, or, after a whole name with capitals, a word without.
  private boolean isOver(int from, int at, Optional<Civility> civility) {
    if (standing.isPlace(at) && !words.isFirstName(at)) {
      return true;
    }
    boolean whole = civility.isPresent() || message.capital(from);
    boolean lower = !message.capital(at) && message.capital(at - 1);
    boolean family = civility.isPresent() || hasFamily(from, at);
    boolean leads = words.isParticle(at) && at + 1 < message.size() && message.capital(at + 1);
    return whole && lower && family && !leads && !isSaidHyphen(from, at);
  }

  private boolean hasFamily(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!words.isFirstName(i) && !words.isParticle(i)) {
        return true;
      }
    }
    return to - from == 1 && words.isFamilyName(from);
  }

  /// « Mme Petit », « m blanc »: after a civility even an ordinary word is a name if it is written
  /// as one or ends the clause.
  private boolean isCivilName(int at) {
    return words.isWord(at)
        && message.word(at).raw().length() > 2
        && (message.capital(at) || (message.closes(at) && !standing.isAround(at)));
  }

  /// Where the name begins that ends there.
  int start(int to) {
    int from = to;
    while (from > 0
        && to - from < NameWords.LONGEST
        && (from == to || !message.opens(from))
        && (words.isName(from - 1, Trust.FULL) || (from < to && words.leadsOn(from - 1)))) {
      from--;
    }
    return from;
  }
}
