package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.NameWords.Trust;
import fr.duret.permanence.understanding.PersonName.Civility;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The names in one message that something introduces: « je m'appelle », « Mme », « c'est », « à
/// l'appareil ».
final class IntroducedNames {

  private final Message message;
  private final Matches matches;
  private final Standing standing;
  private final NameWords words;
  private final NameRuns runs;
  private final boolean asked;

  IntroducedNames(
      Message message,
      Matches matches,
      Standing standing,
      NameWords words,
      NameRuns runs,
      boolean asked) {
    this.message = message;
    this.matches = matches;
    this.standing = standing;
    this.words = words;
    this.runs = runs;
    this.asked = asked;
  }

  /// All of them, those introduced most plainly first.
  Stream<NameFound> all() {
    return Stream.of(
            after("NAME:ORDER", Trust.FULL).toList(),
            own().toList(),
            couple().toList(),
            after("NAME:STRONG", Trust.FULL).toList(),
            afterCivility().toList(),
            afterTitle().toList(),
            afterWeakCue().toList(),
            beforeCue().toList())
        .flatMap(List::stream);
  }

  /// « Moi c'est Kevin Rossi »: who says so speaks of himself, whoever else is named.
  private Stream<NameFound> own() {
    return after("NAME:OWN", asked ? Trust.FULL : Trust.SOME);
  }

  private Stream<NameFound> couple() {
    return matches.with("NAME:COUPLE").stream()
        .filter(match -> civility(match.from()).isPresent() || !isGreeted(match.from()))
        .flatMap(match -> named(match, Optional.of(Civility.COUPLE), Trust.FULL).stream());
  }

  private Stream<NameFound> after(String label, Trust trust) {
    return matches.with(label).stream().flatMap(match -> afterCue(match, trust).stream());
  }

  private Stream<NameFound> afterWeakCue() {
    return matches.with("NAME:WEAK").stream()
        .filter(match -> !standing.isPlace(match.to()))
        .flatMap(match -> afterCue(match, asked ? Trust.FULL : Trust.SOME).stream());
  }

  private Optional<NameFound> afterCue(Match match, Trust trust) {
    Optional<Civility> civility =
        match.to() < message.size() ? civility(match.to()) : Optional.empty();
    return civility.isPresent()
        ? named(match.to() + 1, civility, Trust.FULL, match.pattern().line())
        : named(match, civility, trust);
  }

  private Stream<NameFound> afterCivility() {
    return matches.with("NAME:CIVILITY").stream()
        .filter(match -> civility(match.from()).isPresent())
        .flatMap(match ->
            named(match, civility(match.from()), Trust.FULL).stream()
                .filter(name -> !isGreeted(match.from()) || answers(name)));
  }

  /// « Docteur Chevrier ».
  private Stream<NameFound> afterTitle() {
    return matches.with("NAME:TITLE").stream()
        .filter(match -> asked && message.opens(match.from()))
        .flatMap(match -> named(match, Optional.empty(), Trust.FULL).stream());
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

  /// « Bonjour Mme Favre », and no more, to the question for the name.
  private boolean answers(NameFound name) {
    return asked && name.to() == message.size();
  }

  /// « Bonjour Mme Duret » names us, not him; « Bonjour, Mme Petit, Annecy » names her.
  private boolean isGreeted(int index) {
    return matches.at("NAME:GREETED", index - 1) && !message.opens(index);
  }

  private Optional<NameFound> named(Match cue, Optional<Civility> civility, Trust trust) {
    return named(cue.to(), civility, trust, cue.pattern().line());
  }

  private Optional<NameFound> named(
      int from, Optional<Civility> civility, Trust trust, String reason) {
    int begin = from < message.size() && matches.at("NAME:TITLE", from) ? from + 1 : from;
    boolean apart =
        begin >= message.size()
            || (begin > 0 && message.word(begin).sentence() != message.word(begin - 1).sentence());
    int to = apart ? begin : runs.end(begin, civility, trust);
    return to == begin ? Optional.empty() : Optional.of(words.found(begin, to, civility, reason));
  }

  /// « Hervé Tissot à l'appareil ».
  private Stream<NameFound> beforeCue() {
    return matches.with("NAME:AFTER").stream()
        .filter(match -> match.from() > 0 && runs.start(match.from()) < match.from())
        .map(match ->
            words.found(
                runs.start(match.from()), match.from(), Optional.empty(), match.pattern().line()));
  }
}
