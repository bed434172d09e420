package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.NameUnits.Unit;
import fr.duret.permanence.understanding.PersonName.Civility;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells first name from family name, in whichever order they were written.
final class NameParts {

  /// « JP »: capitals of a first name, which say nothing of family names.
  private static final int INITIALS = 2;

  private final Message message;
  private final Matches matches;
  private final boolean asked;

  /// @param asked whether the name was asked for: a lone « Martin » is then the family's
  NameParts(Message message, Matches matches, boolean asked) {
    this.message = message;
    this.matches = matches;
    this.asked = asked;
  }

  PersonName parse(int from, int to, Optional<Civility> civility) {
    List<Unit> units = NameUnits.of(message, matches, from, to);
    if (units.size() == 1) {
      return single(units.getFirst(), civility);
    }
    if (isParticle(units.getFirst())) {
      return led(units, civility);
    }
    if (isReversed(units)) {
      int given = units.size() - 1;
      while (given > 1 && first(units.get(given - 1))) {
        given--;
      }
      return named(civility, units.subList(given, units.size()), units.subList(0, given));
    }
    if (civility.isPresent() && !first(units.getFirst())) {
      return new PersonName(civility, Optional.empty(), Optional.of(text(units)));
    }
    int split = 1;
    while (split < units.size() - 1 && first(units.get(split)) && first(units.getFirst())) {
      split++;
    }
    return named(civility, units.subList(0, split), units.subList(split, units.size()));
  }

  private boolean isReversed(List<Unit> units) {
    Unit begins = units.getFirst();
    Unit ends = units.getLast();
    return (isFamily(begins) && onlyFirst(ends))
        || (onlyFamily(begins) && first(ends))
        || (begins.words().size() > 1 && !first(begins) && first(ends))
        || (shouted(begins) && !shouted(ends));
  }

  /// A family name told letter by letter.
  static PersonName spelled(Message message, int from, int to) {
    StringBuilder name = new StringBuilder();
    for (int i = from; i < to; i++) {
      // a letter may have become several words (« c » → « c'est »)
      boolean again = i > from && NameUnits.isSameWord(message, i);
      String letter = again ? "" : message.word(i).raw();
      name.append(i == from ? letter.toUpperCase(Locale.FRENCH) : letter);
    }
    return new PersonName(Optional.empty(), Optional.empty(), Optional.of(name.toString()));
  }

  /// « Le Gall », « De La Fontaine Jean »: a family name that begins with a particle.
  private PersonName led(List<Unit> units, Optional<Civility> civility) {
    int last = units.size() - 1;
    boolean given = last > 1 && onlyFirst(units.get(last));
    return given
        ? named(civility, units.subList(last, last + 1), units.subList(0, last))
        : new PersonName(civility, Optional.empty(), Optional.of(text(units)));
  }

  private PersonName single(Unit unit, Optional<Civility> civility) {
    boolean family =
        civility.isPresent()
            || !first(unit)
            || (asked && message.written(unit.first()).isFamilyName() && unit.words().size() == 1);
    Optional<String> text = Optional.of(unit.text());
    return family
        ? new PersonName(civility, Optional.empty(), text)
        : new PersonName(civility, text, Optional.empty());
  }

  private PersonName named(Optional<Civility> civility, List<Unit> first, List<Unit> last) {
    boolean one = first.size() == 2 && matches.at("NAME:DOUBLE", first.getFirst().first());
    String given = one ? text(first).replace(' ', '-') : text(first);
    return new PersonName(civility, Optional.of(given), Optional.of(text(last)));
  }

  private static String text(List<Unit> units) {
    return units.stream().map(Unit::text).collect(Collectors.joining(" "));
  }

  private boolean isParticle(Unit unit) {
    return unit.words().size() == 1 && matches.at("NAME:PARTICLE", unit.first());
  }

  /// Martin is both: beside a first name that no family bears, it is the family's.
  private boolean isFamily(Unit unit) {
    return !first(unit) || bearsFamily(unit);
  }

  private boolean onlyFamily(Unit unit) {
    return !first(unit) && bearsFamily(unit);
  }

  private boolean onlyFirst(Unit unit) {
    return first(unit) && !bearsFamily(unit);
  }

  private boolean bearsFamily(Unit unit) {
    return unit.words().size() == 1 && message.written(unit.first()).isFamilyName();
  }

  /// « Marie », « Jean-Phi », « Marie-Hélène ».
  private boolean first(Unit unit) {
    return message.written(unit.first()).isFirstName()
        && (matches.at("NAME:DOUBLE", unit.first())
            || unit.words().stream().allMatch(word -> message.written(word).isFirstName()));
  }

  /// Family names are often written in capitals.
  private boolean shouted(Unit unit) {
    int start = message.word(unit.first()).start();
    String text = message.source().substring(start, message.word(unit.last()).end());
    return text.length() > INITIALS && text.equals(text.toUpperCase(Locale.FRENCH));
  }
}
