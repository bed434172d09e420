package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.NameWords.Trust;
import fr.duret.permanence.understanding.PersonName.Civility;
import java.util.List;
import java.util.Optional;

/// The names in one message that something introduces: « je m'appelle », « Mme », « c'est », « à
/// l'appareil ».
final class IntroducedNames {

  private final Message message;
  private final Matches matches;
  private final Standing standing;
  private final NameWords words;
  private final boolean asked;

  IntroducedNames(
      Message message, Matches matches, Standing standing, NameWords words, boolean asked) {
    this.message = message;
    this.matches = matches;
    this.standing = standing;
    this.words = words;
    this.asked = asked;
  }

  /// « Nom El Amrani prénom Fatima », in either order.
  Optional<Finding<PersonName>> labelled() {
    List<Match> family = matches.with("NAME:FAMILY");
    List<Match> first = matches.with("NAME:FIRST");
    if (family.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    int last = family.getLast().to();
    int given = first.getFirst().to();
    int lastEnd = given > last ? first.getFirst().from() : message.size();
    int givenEnd = given > last ? message.size() : family.getLast().from();
    return last < lastEnd && given < givenEnd && lastEnd - last <= NameWords.LONGEST
        ? Optional.of(
            new Finding<>(
                new NameParts(message, asked)
                    .named(Optional.empty(), given, given + 1, last, lastEnd),
                asked ? Confidence.SURE : Confidence.LIKELY,
                message.span(Math.min(last, given), Math.max(lastEnd, given + 1)),
                "labelled"))
        : Optional.empty();
  }

  Optional<Finding<PersonName>> couple() {
    return matches.with("NAME:COUPLE").stream()
        .filter(match -> civility(match.from()).isPresent() || !isGreeted(match.from()))
        .flatMap(match -> named(match, Optional.of(Civility.COUPLE), Trust.FULL).stream())
        .findFirst();
  }

  Optional<Finding<PersonName>> afterStrongCue() {
    return matches.with("NAME:STRONG").stream()
        .flatMap(match -> afterCue(match, Trust.FULL).stream())
        .findFirst();
  }

  Optional<Finding<PersonName>> afterWeakCue() {
    return matches.with("NAME:WEAK").stream()
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
    return matches.with("NAME:CIVILITY").stream()
        .filter(match -> civility(match.from()).isPresent())
        .filter(match -> asked || !isGreeted(match.from()))
        .flatMap(match -> named(match, civility(match.from()), Trust.FULL).stream())
        .findFirst();
  }

  /// « m'appelle » holds no civility, « M. » does.
  private Optional<Civility> civility(int index) {
    Word word = message.word(index);
    boolean elided =
        word.end() < message.source().length()
            && "'’".indexOf(message.source().charAt(word.end())) >= 0;
    if (elided || !matches.at("NAME:CIVILITY", index)) {
      return Optional.empty();
    }
    return Optional.of(word.text().length() == 1 ? Civility.MR : Civility.MRS);
  }

  /// « Bonjour Mme Duret » names us, not him.
  private boolean isGreeted(int index) {
    return matches.at("NAME:GREETED", index - 1)
        && message.word(index - 1).sentence() == message.word(index).sentence();
  }

  private Optional<Finding<PersonName>> named(Match cue, Optional<Civility> civility, Trust trust) {
    int from = cue.to();
    int to = from;
    while (to < message.size()
        && to - from < NameWords.LONGEST
        && !(to > from && standing.isPlace(to))
        && goesOn(from, to, civility, trust)) {
      to++;
    }
    to = words.withoutParticles(from, to);
    return to == from
        ? Optional.empty()
        : Optional.of(words.finding(from, to, civility, cue.pattern().line()));
  }

  private boolean goesOn(int from, int at, Optional<Civility> civility, Trust trust) {
    boolean sameSentence =
        at == 0 || message.word(at).sentence() == message.word(Math.max(at - 1, 0)).sentence();
    boolean sameClause = at == from || message.word(at).clause() == message.word(from).clause();
    if (!sameSentence || !sameClause) {
      return false;
    }
    boolean led = at > from && words.isParticle(at - 1) && message.capital(at) && words.isWord(at);
    return words.leadsOn(at)
        || words.isName(at, trust)
        || led
        || (at == from && civility.isPresent() && isCivilName(at));
  }

  /// « Mme Petit », « m blanc »: after a civility even an ordinary word is a name if it is written
  /// as one or ends the clause.
  private boolean isCivilName(int at) {
    return words.isWord(at)
        && message.word(at).raw().length() > 3
        && (message.capital(at) || message.closes(at));
  }

  /// « Hervé Tissot à l'appareil ».
  Optional<Finding<PersonName>> beforeCue() {
    return matches.with("NAME:AFTER").stream()
        .filter(match -> match.from() > 0 && nameUpTo(match.from()) < match.from())
        .map(m -> words.finding(nameUpTo(m.from()), m.from(), Optional.empty(), m.pattern().line()))
        .findFirst();
  }

  private int nameUpTo(int to) {
    int from = to;
    while (from > 0 && to - from < NameWords.LONGEST && words.isName(from - 1, Trust.FULL)) {
      from--;
    }
    return from;
  }
}
