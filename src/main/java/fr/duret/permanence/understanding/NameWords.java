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
  private final Standing standing;
  private final boolean asked;

  /// @param asked whether a name was asked for
  NameWords(Message message, Matches matches, Places places, Standing standing, boolean asked) {
    this.message = message;
    this.matches = matches;
    this.places = places;
    this.standing = standing;
    this.asked = asked;
  }

  boolean isParticle(int word) {
    return matches.at("NAME:PARTICLE", word);
  }

  /// The place before the particles that end a name: they belong to what follows.
  int withoutParticles(int from, int to) {
    int end = to;
    while (end > from && (isParticle(end - 1) || NameUnits.isElided(message, end - 1))) {
      end--;
    }
    return end;
  }

  /// The « de » of « de La Tour », not that of « Julie Favre de Poisy » or the article of « la dame
  /// du troisième ».
  boolean leadsOn(int word) {
    int next = word + 1;
    if (!isParticle(word) || next >= message.size() || message.opens(next)) {
      return false;
    }
    if (places.isCommune(message.word(next).raw()) || standing.isPlace(next)) {
      return false;
    }
    if (message.capital(next) || isFamilyName(next) || leadsOn(next)) {
      return true;
    }
    boolean article = matches.at("NAME:ARTICLE", word);
    return !isPlain(next) && (!article || message.closes(next) || isFirstName(next + 1));
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

  /// Whether it is a word that people use and no name.
  boolean isPlain(int word) {
    return message.written(word).isCommon();
  }

  boolean isFirstName(int word) {
    return word < message.size() && message.written(word).isFirstName();
  }

  boolean isFamilyName(int word) {
    return message.written(word).isFamilyName();
  }

  boolean isName(int at, Trust trust) {
    if (!isWord(at)
        || matches.at("NAME:TITLE", at)
        || matches.at("NAME:HOUSE", at)
        || standing.isStreet(at)
        || isDenied(at)) {
      return false;
    }
    if (isFirstName(at)) {
      return true;
    }
    if (isDetermined(at)) {
      return false;
    }
    boolean after = at > 0 && isNamedBefore(at);
    if (isOrdinary(at)) {
      boolean written = asked && isFamilyName(at) && isWrittenAsName(at);
      return written || (after && (isFamilyName(at) || isWrittenAsName(at)));
    }
    if (isPlain(at)) {
      return isFamilyName(at) || (after && isWrittenAsName(at));
    }
    boolean slip = !message.text(at).equals(message.word(at).raw());
    boolean known = isFamilyName(at) && after;
    return trust == Trust.FULL
        ? !slip || message.capital(at) || after
        : known || (message.capital(at) && (!slip || after));
  }

  /// « Hélène Deroux », not « HELENE REPONDEZ ».
  private boolean isWrittenAsName(int at) {
    Word word = message.word(at);
    return message.capital(at) && Character.isLowerCase(message.source().charAt(word.end() - 1));
  }

  /// « Pas Girot mais Girod », « Coutin comme le coutil ».
  private boolean isDenied(int at) {
    return message.size() > 2 && isEndOf("NAME:DENIED", at);
  }

  /// « Un particulier », « ma dacia ».
  private boolean isDetermined(int at) {
    return isEndOf("NAME:DETERMINER", at);
  }

  private boolean isEndOf(String label, int at) {
    List<Match> found = matches.with(label);
    return !found.isEmpty() && found.stream().anyMatch(match -> match.to() == at);
  }

  /// « Sophie Petit »: an ordinary word that follows a first name.
  private boolean isNamedBefore(int at) {
    return isFirstName(at - 1) && message.word(at - 1).clause() == message.word(at).clause();
  }

  /// The name in these words.
  ///
  /// @param reason what tells that it is one
  NameFound found(int from, int to, Optional<Civility> civility, String reason) {
    PersonName name = new NameParts(message, matches, asked).parse(from, to, civility);
    boolean one = to - from == 1;
    boolean either = one && civility.isEmpty() && isFirstName(from) && isFamilyName(from);
    boolean known =
        isFirstName(to - 1)
            || isFirstName(from)
            || isFamilyName(from)
            || (isParticle(from) && message.capital(from + 1));
    boolean vouched = !isOfHouse(from) && !either && (known || civility.isPresent());
    return new NameFound(from, to, name, vouched, reason);
  }

  /// Whether the sort of a house stands before (« SCI », « restaurant »).
  private boolean isOfHouse(int from) {
    List<Match> houses = matches.with("NAME:HOUSE");
    return !houses.isEmpty() && houses.stream().anyMatch(match -> match.from() < from);
  }
}
