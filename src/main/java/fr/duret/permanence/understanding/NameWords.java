package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.PersonName.Civility;
import java.util.List;
import java.util.Optional;

/// Which words of a message may be names, or a part of one.
final class NameWords {

  /// No name has more words.
  static final int LONGEST = 6;

  /// A word alone is a family name where a name was asked for; « c'est Jojo » may be either.
  static final String ASKED = "asked for";

  /// How much the words before a candidate vouch for it.
  enum Trust {
    /// Nothing but a name can come here.
    FULL,
    /// A name may come here, and so may « disponible ».
    SOME
  }

  private final Message message;
  private final Matches matches;
  private final Places places;
  private final boolean asked;

  /// @param asked whether a name was asked for
  NameWords(Message message, Matches matches, Places places, boolean asked) {
    this.message = message;
    this.matches = matches;
    this.places = places;
    this.asked = asked;
  }

  boolean isParticle(int word) {
    return matches.at("NAME:PARTICLE", word);
  }

  /// The place before the particles that end a name: they belong to what follows.
  int withoutParticles(int from, int to) {
    int end = to;
    while (end > from && isParticle(end - 1)) {
      end--;
    }
    return end;
  }

  /// The « de » of « de La Tour », not that of « Julie Favre de Poisy ».
  boolean leadsOn(int word) {
    return isParticle(word)
        && word + 1 < message.size()
        && (!isOrdinary(word + 1) || message.capital(word + 1))
        && !places.isCommune(message.word(word + 1).raw());
  }

  boolean isWord(int word) {
    String raw = message.word(word).raw();
    for (int i = 0; i < raw.length(); i++) {
      if (!Character.isLetter(raw.charAt(i))) {
        return false;
      }
    }
    return raw.length() > 1;
  }

  boolean isOrdinary(int word) {
    return message.written(word).isOrdinary();
  }

  boolean isFirstName(int word) {
    return message.written(word).isFirstName();
  }

  boolean isFamilyName(int word) {
    return message.written(word).isFamilyName();
  }

  boolean isName(int at, Trust trust) {
    if (!isWord(at)
        || matches.at("NAME:TITLE", at)
        || matches.at("NAME:HOUSE", at)
        || isDenied(at)) {
      return false;
    }
    if (isFirstName(at)) {
      return true;
    }
    if (isOrdinary(at)) {
      return isFamilyName(at) && at > 0 && isNamedBefore(at);
    }
    boolean slip = !message.text(at).equals(message.word(at).raw());
    return trust == Trust.FULL ? !slip || message.capital(at) : message.capital(at) && !slip;
  }

  /// « Pas Girot mais Girod ».
  private boolean isDenied(int at) {
    return matches.at("NAME:DENIED", at - 1) && message.size() > 2;
  }

  /// « Sophie Petit »: an ordinary word that follows a first name.
  private boolean isNamedBefore(int at) {
    return isFirstName(at - 1) && message.word(at - 1).clause() == message.word(at).clause();
  }

  /// The name in these words.
  ///
  /// @param reason what tells that it is one
  Finding<PersonName> finding(int from, int to, Optional<Civility> civility, String reason) {
    NameParts parts = new NameParts(message, asked);
    PersonName name =
        isParticle(from) && to - from > 1
            ? parts.led(from, to, civility)
            : parts.parse(from, to, civility);
    boolean either =
        to - from == 1 && civility.isEmpty() && isFirstName(from) && isFamilyName(from);
    boolean known =
        (to - from == 1 && reason.equals(ASKED))
            || isFirstName(to - 1)
            || isFirstName(from)
            || isFamilyName(from)
            || isParticle(from);
    boolean sure = !isOfHouse(from) && ((asked && !either && known) || civility.isPresent());
    Confidence confidence = sure ? Confidence.SURE : Confidence.LIKELY;
    return new Finding<>(name, confidence, message.span(from, to), reason);
  }

  /// Whether the sort of a house stands before (« SCI », « restaurant »).
  private boolean isOfHouse(int from) {
    List<Match> houses = matches.with("NAME:HOUSE");
    return !houses.isEmpty() && houses.stream().anyMatch(match -> match.from() < from);
  }
}
