package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.PersonName.Civility;
import java.util.List;
import java.util.Optional;

/// Finds the name somebody gives as his own: after « je m'appelle », after a civility, alone where
/// it was asked for, or under the message. An ordinary word is never a name, except after « Mme ».
final class Names {

  private static final int LONGEST = 6;

  /// So many letters in a row spell a name.
  private static final int FEWEST_LETTERS = 4;

  /// A word alone is a family name where a name was asked for; « c'est Jojo » may be either.
  private static final String ASKED = "asked for";

  private final Vocabulary vocabulary;
  private final Places places;

  Names(Vocabulary vocabulary, Places places) {
    this.vocabulary = vocabulary;
    this.places = places;
  }

  /// @param matches the patterns found in the message
  /// @param communes what was found of these: a name ends where one begins
  Optional<Finding<PersonName>> read(
      Message message, Matches matches, List<Finding<String>> communes, boolean asked) {
    Search search =
        new Search(message, matches, Standing.of(message, matches, communes, vocabulary), asked);
    return search
        .labelled()
        .or(search::spelled)
        .or(search::couple)
        .or(search::afterStrongCue)
        .or(search::afterCivility)
        .or(search::afterWeakCue)
        .or(search::beforeCue)
        .or(search::alone)
        .or(search::signature);
  }

  /// How much the words before a candidate vouch for it.
  private enum Trust {
    /// Nothing but a name can come here.
    FULL,
    /// A name may come here, and so may « disponible ».
    SOME
  }

  private final class Search {

    private final Message message;
    private final Matches matches;
    private final Standing standing;
    private final boolean asked;

    Search(Message message, Matches matches, Standing standing, boolean asked) {
      this.message = message;
      this.matches = matches;
      this.standing = standing;
      this.asked = asked;
    }

    private List<Match> with(String label) {
      return matches.with("NAME:" + label);
    }

    private boolean at(String label, int index) {
      return matches.at("NAME:" + label, index);
    }

    /// « Nom El Amrani prénom Fatima », in either order.
    Optional<Finding<PersonName>> labelled() {
      Optional<Match> family = with("FAMILY").stream().reduce((first, last) -> last);
      Optional<Match> first = with("FIRST").stream().findFirst();
      if (family.isEmpty() || first.isEmpty()) {
        return Optional.empty();
      }
      int last = family.get().to();
      int given = first.get().to();
      int lastEnd = given > last ? first.get().from() : message.size();
      int givenEnd = given > last ? message.size() : family.get().from();
      return last < lastEnd && given < givenEnd && lastEnd - last <= LONGEST
          ? Optional.of(
              new Finding<>(
                  new NameParts(vocabulary, message, asked)
                      .named(Optional.empty(), given, given + 1, last, lastEnd),
                  asked ? Confidence.SURE : Confidence.LIKELY,
                  message.span(Math.min(last, given), Math.max(lastEnd, given + 1)),
                  "labelled"))
          : Optional.empty();
    }

    Optional<Finding<PersonName>> couple() {
      return with("COUPLE").stream()
          .filter(match -> civility(match.from()).isPresent() || !greeted(match.from()))
          .flatMap(match -> named(match, Optional.of(Civility.COUPLE), Trust.FULL).stream())
          .findFirst();
    }

    Optional<Finding<PersonName>> afterStrongCue() {
      return with("STRONG").stream()
          .flatMap(match -> afterCue(match, Trust.FULL).stream())
          .findFirst();
    }

    Optional<Finding<PersonName>> afterWeakCue() {
      return with("WEAK").stream()
          .filter(match -> !standing.isPlace(match.to()))
          .flatMap(match -> afterCue(match, asked ? Trust.FULL : Trust.SOME).stream())
          .findFirst();
    }

    private Optional<Finding<PersonName>> afterCue(Match match, Trust trust) {
      Optional<Civility> civility =
          match.to() < message.size() ? civility(match.to()) : Optional.empty();
      return civility.isPresent() ? Optional.empty() : named(match, civility, trust);
    }

    Optional<Finding<PersonName>> afterCivility() {
      return with("CIVILITY").stream()
          .filter(match -> civility(match.from()).isPresent())
          .filter(match -> asked || !greeted(match.from()))
          .flatMap(match -> named(match, civility(match.from()), Trust.FULL).stream())
          .findFirst();
    }

    /// « m'appelle » holds no civility, « M. » does.
    private Optional<Civility> civility(int index) {
      Word word = message.word(index);
      boolean elided =
          word.end() < message.source().length()
              && "'’".indexOf(message.source().charAt(word.end())) >= 0;
      if (elided || !at("CIVILITY", index)) {
        return Optional.empty();
      }
      return Optional.of(word.text().length() == 1 ? Civility.MR : Civility.MRS);
    }

    /// « Bonjour Mme Duret » names us, not him.
    private boolean greeted(int index) {
      return at("GREETED", index - 1)
          && message.word(index - 1).sentence() == message.word(index).sentence();
    }

    private Optional<Finding<PersonName>> named(
        Match cue, Optional<Civility> civility, Trust trust) {
      int from = cue.to();
      int to = from;
      while (to < message.size()
          && to - from < LONGEST
          && !(to > from && standing.isPlace(to))
          && goesOn(from, to, civility, trust)) {
        to++;
      }
      while (to > from && at("PARTICLE", to - 1)) {
        to--;
      }
      return to == from
          ? Optional.empty()
          : Optional.of(finding(from, to, civility, cue.pattern().line()));
    }

    private boolean goesOn(int from, int at, Optional<Civility> civility, Trust trust) {
      boolean sameSentence =
          at == 0 || message.word(at).sentence() == message.word(Math.max(at - 1, 0)).sentence();
      boolean sameClause = at == from || message.word(at).clause() == message.word(from).clause();
      if (!sameSentence || !sameClause) {
        return false;
      }
      return leadsOn(at)
          || isName(at, trust)
          || (at > from && at("PARTICLE", at - 1) && message.capital(at) && isWord(at))
          || (at == from && civility.isPresent() && isCivilName(at));
    }

    /// The « de » of « de La Tour », not that of « Julie Favre de Poisy ».
    private boolean leadsOn(int at) {
      return at("PARTICLE", at)
          && at + 1 < message.size()
          && (!isOrdinary(at + 1) || message.capital(at + 1))
          && !places.isCommune(message.word(at + 1).raw());
    }

    /// « Mme Petit », « m blanc »: after a civility even an ordinary word is a name if it is
    /// written as one or ends the clause.
    private boolean isCivilName(int at) {
      return isWord(at)
          && message.word(at).raw().length() > 3
          && (message.capital(at) || message.closes(at));
    }

    private boolean isWord(int at) {
      return message.word(at).raw().chars().allMatch(Character::isLetter)
          && message.word(at).raw().length() > 1;
    }

    private boolean isOrdinary(int at) {
      return vocabulary.isOrdinary(message.word(at).raw());
    }

    private boolean isName(int at, Trust trust) {
      if (!isWord(at) || at("TITLE", at) || at("HOUSE", at) || isDenied(at)) {
        return false;
      }
      Word word = message.word(at);
      if (vocabulary.isFirstName(word.raw())) {
        return true;
      }
      if (isOrdinary(at)) {
        return vocabulary.isFamilyName(word.raw()) && at > 0 && namedBefore(at);
      }
      boolean slip = !word.text().equals(word.raw());
      return trust == Trust.FULL ? !slip || message.capital(at) : message.capital(at) && !slip;
    }

    /// « Pas Girot mais Girod ».
    private boolean isDenied(int at) {
      return at("DENIED", at - 1) && message.size() > 2;
    }

    /// « Sophie Petit »: an ordinary word that follows a first name.
    private boolean namedBefore(int at) {
      return vocabulary.isFirstName(message.word(at - 1).raw())
          && message.word(at - 1).clause() == message.word(at).clause();
    }

    /// Where a name was asked for, all words that are no ordinary ones, if they stand together.
    Optional<Finding<PersonName>> alone() {
      if (!asked) {
        return Optional.empty();
      }
      Optional<Finding<PersonName>> any = Optional.empty();
      int most = 0;
      for (int from = 0; from < message.size(); from++) {
        int to = upTo(from);
        boolean longer = any.isEmpty() || to - from >= most;
        boolean better =
            longer && (any.isEmpty() || vocabulary.isFirstName(message.word(from).raw()));
        if (to > from && better && (standing.alone(from, to) || isFullName(from, to))) {
          any = Optional.of(finding(from, to, Optional.empty(), ASKED));
          most = to - from;
        }
        from = Math.max(from, to - 1);
      }
      return any;
    }

    /// « Notez Julie Favre »: nothing else looks so.
    private boolean isFullName(int from, int to) {
      return to - from > 1
          && vocabulary.isFirstName(message.word(from).raw())
          && !isOrdinary(to - 1)
          && !standing.speaks(from);
    }

    /// Where the names that begin there and stand together end.
    private int upTo(int from) {
      int to = from;
      while (to < message.size()
          && to - from < LONGEST
          && !standing.isPlace(to)
          && message.word(to).clause() == message.word(from).clause()
          && (isName(to, Trust.FULL)
              || onlyFamilyName(to)
              || inside(from, to)
              || leads(from, to))) {
        to++;
      }
      while (to > from && at("PARTICLE", to - 1)) {
        to--;
      }
      return to;
    }

    private boolean onlyFamilyName(int at) {
      return vocabulary.isFamilyName(message.word(at).raw()) && message.size() <= 2;
    }

    private boolean inside(int from, int at) {
      return at > from
          && at + 1 < message.size()
          && at("PARTICLE", at)
          && isName(at + 1, Trust.FULL);
    }

    /// « Le Gall », « de La Fontaine »: a name that begins the message may begin with a particle.
    private boolean leads(int from, int at) {
      return from == 0
          && at - from <= 1
          && at("PARTICLE", at)
          && !at("WELL", at)
          && (at == 0 || at("PARTICLE", at - 1))
          && leadsOn(at)
          && (message.capital(at + 1) || at + 2 == message.size())
          && (isName(at + 1, Trust.FULL) || (at("PARTICLE", at + 1) && leads(from, at + 1)));
    }

    /// « B A U D », « D-U-C-H-E-N-E »: a name told letter by letter.
    Optional<Finding<PersonName>> spelled() {
      for (int from = 0; asked && from < message.size(); from++) {
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

    /// « Hervé Tissot à l'appareil ».
    Optional<Finding<PersonName>> beforeCue() {
      return with("AFTER").stream()
          .filter(match -> match.from() > 0 && nameUpTo(match.from()) < match.from())
          .map(m -> finding(nameUpTo(m.from()), m.from(), Optional.empty(), m.pattern().line()))
          .findFirst();
    }

    private int nameUpTo(int to) {
      int from = to;
      while (from > 0 && to - from < LONGEST && isName(from - 1, Trust.FULL)) {
        from--;
      }
      return from;
    }

    /// A first name and a family name that stand alone at the end, with capitals.
    Optional<Finding<PersonName>> signature() {
      int to = message.size();
      int from = to;
      while (from > 0
          && to - from < LONGEST
          && isName(from - 1, Trust.SOME)
          && message.capital(from - 1)) {
        from--;
      }
      boolean apart =
          from > 0 && (message.opens(Math.min(from, to - 1)) || at("CLOSING", from - 1));
      return apart && to - from >= 2 && vocabulary.isFirstName(message.word(from).raw())
          ? Optional.of(finding(from, to, Optional.empty(), "signature"))
          : Optional.empty();
    }

    private Finding<PersonName> finding(
        int from, int to, Optional<Civility> civility, String reason) {
      NameParts parts = new NameParts(vocabulary, message, asked);
      PersonName name =
          at("PARTICLE", from) && to - from > 1
              ? parts.led(from, to, civility)
              : parts.parse(from, to, civility);
      boolean either =
          to - from == 1
              && civility.isEmpty()
              && vocabulary.isFirstName(message.word(from).raw())
              && vocabulary.isFamilyName(message.word(from).raw());
      boolean known =
          (to - from == 1 && reason.equals(ASKED))
              || vocabulary.isFirstName(message.word(to - 1).raw())
              || vocabulary.isFirstName(message.word(from).raw())
              || vocabulary.isFamilyName(message.word(from).raw())
              || at("PARTICLE", from);
      boolean house = with("HOUSE").stream().anyMatch(match -> match.from() < from);
      boolean sure = !house && ((asked && !either && known) || civility.isPresent());
      Confidence confidence = sure ? Confidence.SURE : Confidence.LIKELY;
      return new Finding<>(name, confidence, message.span(from, to), reason);
    }
  }
}
