package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides which of the names in a message is that of whoever writes, and how sure that is: his own
/// before that of the mother he writes for, the corrected one, the fuller one.
final class NameChoice {

  /// So many words may stand between a relation and the name (« ma mère, c'est Mme … »).
  private static final int NEAR = 3;

  private final Message message;
  private final Matches matches;
  private final NameWords words;
  private final boolean asked;

  NameChoice(Message message, Matches matches, NameWords words, boolean asked) {
    this.message = message;
    this.matches = matches;
    this.words = words;
    this.asked = asked;
  }

  /// @param all what was found, the likeliest first
  Optional<Finding<PersonName>> of(List<NameFound> all) {
    Optional<GivenName> given = GivenName.in(message, matches, words);
    List<NameFound> named = all.stream().filter(name -> !isGiven(given, name)).toList();
    List<NameFound> meant = named.stream().filter(name -> !isTakenBack(name, named)).toList();
    List<NameFound> own = meant.stream().filter(name -> !isAnother(name)).toList();
    List<NameFound> from = own.isEmpty() ? meant.stream().filter(this::isStandIn).toList() : own;
    Optional<NameFound> best = from.stream().findFirst();
    if (best.isEmpty()) {
      return given.map(name -> onlyGiven(name));
    }
    PersonName name = best.get().name();
    NameFound fullest =
        from.stream().filter(other -> other.completes(name)).findFirst().orElse(best.get());
    PersonName whole = joined(best.get(), fullest, given, from);
    boolean certain =
        meant.size() == named.size()
            && !own.isEmpty()
            && !matches.says("NAME:CORRECTION")
            && named.stream().allMatch(other -> other.isWithin(whole));
    boolean introduced = asked || isIntroduced(best.get());
    boolean sure =
        certain
            && introduced
            && (fullest.vouched() || given.isPresent())
            && (asked || whole.civility().isPresent());
    return Optional.of(
        new Finding<>(
            whole,
            sure
                ? Confidence.SURE
                : isHint(best.get(), own) ? Confidence.UNSURE : Confidence.LIKELY,
            message.span(fullest.from(), fullest.to()),
            best.get().reason()));
  }

  /// An acquaintance's name, or a strange word that nobody vouches for: enough where a name was
  /// just asked for, not among other things.
  private boolean isHint(NameFound name, List<NameFound> own) {
    boolean strange =
        !name.vouched() && name.reason().equals(NameWords.ASKED) && !message.capital(name.from());
    return strange || (own.isEmpty() && isRelated("NAME:STRANGER", name));
  }

  private static boolean isGiven(Optional<GivenName> given, NameFound name) {
    return given.filter(first -> first.overlaps(name)).isPresent()
        && (name.name().first().isEmpty() || name.name().last().isEmpty());
  }

  private Finding<PersonName> onlyGiven(GivenName given) {
    return new Finding<>(
        new PersonName(Optional.empty(), Optional.of(given.text()), Optional.empty()),
        asked ? Confidence.SURE : Confidence.LIKELY,
        message.span(given.from(), given.to()),
        "first name");
  }

  private PersonName joined(
      NameFound best, NameFound fullest, Optional<GivenName> given, List<NameFound> from) {
    PersonName name = fullest.name();
    List<NameFound> beside =
        asked ? from.stream().filter(other -> isBeside(other, fullest)).toList() : List.of();
    Optional<String> first =
        given
            .map(GivenName::text)
            .or(name::first)
            .or(() -> name.last().isPresent() ? lone(beside) : Optional.empty());
    Optional<String> last = name.last().or(() -> loneLast(beside));
    return new PersonName(best.name().civility(), first, last);
  }

  private static boolean isBeside(NameFound one, NameFound other) {
    return one.from() == other.to() || one.to() == other.from();
  }

  /// « O'Connor, Sean ».
  private static Optional<String> lone(List<NameFound> from) {
    return from.stream()
        .map(NameFound::name)
        .filter(other -> other.last().isEmpty())
        .flatMap(other -> other.first().stream())
        .findFirst();
  }

  private static Optional<String> loneLast(List<NameFound> from) {
    return from.stream()
        .map(NameFound::name)
        .filter(other -> other.first().isEmpty())
        .flatMap(other -> other.last().stream())
        .findFirst();
  }

  /// « Dumon pardon Dumont », « Terier, non Terrier ».
  private boolean isTakenBack(NameFound name, List<NameFound> all) {
    return matches.with("NAME:CORRECTION").stream()
        .filter(match -> match.from() >= name.to())
        .anyMatch(match ->
            all.stream()
                .anyMatch(other -> other.from() >= match.to() && !name.isWithin(other.name())));
  }

  /// « La fille de Mme Thévenet », « pour ma belle-mère Mme Duchamp », « locataire de M. Rey ».
  private boolean isAnother(NameFound name) {
    return isRelated("NAME:OF", name) || isRelated("NAME:STRANGER", name);
  }

  /// Somebody else's name stands for him if he gives none of his own, unless it is merely that of
  /// an acquaintance.
  private boolean isStandIn(NameFound name) {
    return asked || !isRelated("NAME:STRANGER", name);
  }

  private boolean isRelated(String label, NameFound name) {
    return matches.with(label).stream()
        .anyMatch(match ->
            match.to() <= name.from()
                && name.from() - match.to() <= NEAR
                && leadsTo(match.to(), name.from()));
  }

  /// Only a civility and small words stand between.
  private boolean leadsTo(int from, int to) {
    for (int i = from; i < to; i++) {
      boolean small =
          matches.at("NAME:CIVILITY", i)
              || matches.at("NAME:TITLE", i)
              || matches.at("NAME:TIE", i);
      if (!small) {
        return false;
      }
    }
    return from == to || message.word(from).sentence() == message.word(to).sentence();
  }

  /// Whether a civility that was not asked for begins a clause or follows « c'est », « pour ».
  private boolean isIntroduced(NameFound name) {
    int before = name.from() - 1;
    return before < 0
        || message.opens(before)
        || Stream.of("NAME:STRONG", "NAME:OWN", "NAME:WEAK")
            .flatMap(label -> matches.with(label).stream())
            .anyMatch(match -> match.to() == before);
  }

  /// Those of a list that say nothing more than an earlier one are left out.
  static List<NameFound> distinct(Stream<NameFound> all) {
    List<NameFound> kept = new ArrayList<>();
    all.forEach(name -> {
      boolean again = kept.stream().anyMatch(other -> other.from() == name.from());
      if (!again) {
        kept.add(name);
      }
    });
    return kept;
  }
}
