package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.NameWords.Trust;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The names in one message that nothing introduces: alone where one was asked for, told letter by
/// letter, before a place or in a clause of their own, or under the message.
final class LoneNames {

  /// So many letters in a row spell a name.
  private static final int FEWEST_LETTERS = 4;

  private final Message message;
  private final Matches matches;
  private final Standing standing;
  private final NameWords words;
  private final NameRuns runs;

  LoneNames(Message message, Matches matches, Standing standing, NameWords words, NameRuns runs) {
    this.message = message;
    this.matches = matches;
    this.standing = standing;
    this.words = words;
    this.runs = runs;
  }

  /// All words that are no ordinary ones, if they stand together; those that look most like a name
  /// first.
  List<NameFound> alone() {
    List<NameFound> found = new ArrayList<>();
    for (int from = 0; from < message.size(); from++) {
      int to = standing.isPlace(from) ? from : upTo(from);
      if (to > from && (standing.alone(from, to) || isFullName(from, to))) {
        NameFound name = words.found(from, to, Optional.empty(), NameWords.ASKED);
        found.add(isBeforePlace(name) ? name.doubted() : name);
      }
      from = Math.max(from, to - 1);
    }
    found.sort(
        Comparator.comparing((NameFound name) -> !words.isFirstName(name.from()))
            .thenComparingInt(name -> name.from() - name.to())
            .thenComparingInt(name -> -name.from()));
    return found;
  }

  /// « Patrick Viry »: the place may be his name.
  private boolean isBeforePlace(NameFound name) {
    int to = name.to();
    return name.name().last().isEmpty()
        && to < message.size()
        && standing.isPlace(to)
        && !message.opens(to);
  }

  /// « Notez Julie Favre »: nothing else looks so.
  private boolean isFullName(int from, int to) {
    return to - from > 1
        && words.isFirstName(from)
        && !words.isPlain(to - 1)
        && !standing.speaks(from);
  }

  private int upTo(int from) {
    boolean begins =
        words.isName(from, Trust.FULL)
            || isOnlyFamilyName(from)
            || leads(from)
            || NameUnits.isElided(message, from)
            || isInitial(from);
    return begins ? longer(from) : from;
  }

  private int longer(int from) {
    int first = isOnlyFamilyName(from) || isInitial(from) || leads(from) ? from + 1 : from;
    boolean place = first > from && first < message.size() && standing.isPlace(first);
    int to = place ? first : runs.end(first, Optional.empty(), Trust.FULL);
    boolean apart = first < message.size() && first > from && message.opens(first);
    return to > first && !apart ? to : isInitial(from) || leads(from) ? from : first;
  }

  private boolean isOnlyFamilyName(int at) {
    return words.isFamilyName(at)
        && (message.size() <= 2 || (message.opens(at) && message.closes(at)));
  }

  /// « J. Pessey », « JP Mabboux ».
  private boolean isInitial(int at) {
    Word word = message.word(at);
    int letters = word.end() - word.start();
    boolean capitals =
        message
            .source()
            .substring(word.start(), word.end())
            .chars()
            .allMatch(Character::isUpperCase);
    boolean follows = at + 1 < message.size() && message.capital(at + 1) && words.isWord(at + 1);
    return letters <= 2
        && capitals
        && !matches.at("NAME:CIVILITY", at)
        && follows
        && !words.isParticle(at)
        && !NameUnits.isElided(message, at);
  }

  /// « Le Gall », « de La Fontaine »: a name that begins the message may begin with a particle.
  private boolean leads(int from) {
    return from == 0
        && words.isParticle(from)
        && !matches.at("NAME:WELL", from)
        && (words.leadsOn(from)
            || (from + 1 < message.size()
                && words.isParticle(from + 1)
                && words.leadsOn(from + 1)));
  }

  /// « B A U D », « D-U-C-H-E-N-E »: a name told letter by letter.
  Optional<NameFound> spelled() {
    for (int from = 0; from < message.size(); from++) {
      int to = from;
      while (to < message.size() && isLetter(to)) {
        to++;
      }
      if (to - from >= FEWEST_LETTERS) {
        return Optional.of(
            new NameFound(
                from, to, NameParts.spelled(message, from, to), false, "letter by letter"));
      }
      from = Math.max(from, to - 1);
    }
    return Optional.empty();
  }

  private boolean isLetter(int at) {
    String raw = message.word(at).raw();
    return raw.length() == 1 && Character.isLetter(raw.charAt(0));
  }

  /// « Gilles Perret de Faverges pour une panne », « Nadine Paccard, Thônes »: a first name and
  /// another that begin a clause and end it, or that a place or a street follows.
  List<NameFound> placed() {
    List<NameFound> found = new ArrayList<>();
    for (int from = 0; from < message.size(); from++) {
      boolean begins = message.opens(from) || standing.isPlace(from - 1);
      if (begins && !standing.isPlace(from) && words.isName(from, Trust.FULL)) {
        int to = runs.end(from, Optional.empty(), Trust.FULL);
        if (isWhole(from, to) && isSet(from, to)) {
          found.add(words.found(from, to, Optional.empty(), "before a place"));
        }
      }
    }
    return found;
  }

  /// First name and family name.
  private boolean isWhole(int from, int to) {
    boolean first = words.isFirstName(from);
    boolean last = to - from == 2 && words.isFirstName(to - 1);
    return to - from > 1
        && (first ? isTelling(to - 1) : last && isTelling(from))
        && (message.opens(from) || !matches.at("NAME:GREETED", from - 1));
  }

  private boolean isTelling(int at) {
    return words.isFamilyName(at) || words.isFirstName(at) || !words.isPlain(at);
  }

  private boolean isSet(int from, int to) {
    if (to == message.size() || message.opens(to)) {
      return message.capital(from) || to == message.size() || !standing.speaks(from);
    }
    boolean link = matches.at("NAME:LINK", to) && to + 1 < message.size();
    int place = link ? to + 1 : to;
    return standing.isPlace(place) || isNumber(place) || standing.isStreet(place);
  }

  private boolean isNumber(int at) {
    return Character.isDigit(message.text(at).charAt(0));
  }

  /// A first name and a family name that stand alone at the end, with capitals.
  Optional<NameFound> signature() {
    int to = message.size();
    int from = to;
    while (from > 0
        && to - from < NameWords.LONGEST
        && words.isName(from - 1, Trust.SOME)
        && message.capital(from - 1)
        && (from == to || !message.opens(from))) {
      from--;
    }
    boolean apart =
        from > 0 && (message.opens(Math.min(from, to - 1)) || matches.at("NAME:CLOSING", from - 1));
    return apart && to - from >= 2 && words.isFirstName(from)
        ? Optional.of(words.found(from, to, Optional.empty(), "signature"))
        : Optional.empty();
  }
}
