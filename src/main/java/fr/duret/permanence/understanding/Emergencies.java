package fr.duret.permanence.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Judges whether a message tells of danger, by the vocabulary of `emergency.txt`. Every danger
/// named is taken for real unless its own words or sentence speak against it: one that stands makes
/// an alarm, whatever is said of the others.
final class Emergencies {

  private static final String NOW = "NOW";

  /// What fire and smell may come from in a kitchen, shocks and darkness do not.
  private static final Set<Emergency.Kind> COOKED =
      Set.of(Emergency.Kind.FIRE, Emergency.Kind.BURNING_SMELL);

  private final Patterns patterns;
  private final Set<String> dangers =
      Set.copyOf(List.of(Emergency.Kind.values()).stream().map(Enum::name).toList());

  Emergencies() {
    patterns = Patterns.load(Sound::of, "emergency.txt");
  }

  /// The words that it knows, to be spared from other corrections.
  Patterns patterns() {
    return patterns;
  }

  /// The verdict on a message.
  Emergency judge(Message message) {
    List<Match> found = patterns.find(message);
    List<Match> told = found.stream().filter(match -> dangers.contains(match.label())).toList();
    if (told.isEmpty()) {
      return new Emergency.None();
    }
    List<Match> calming = found.stream().filter(match -> !dangers.contains(match.label())).toList();
    Case all = new Case(message, calming);
    List<Match> meant = told.stream().filter(all::isMeant).toList();
    Optional<Match> real =
        meant.stream().filter(match -> all.doubt(match).isEmpty()).min(byGravity());
    if (real.isPresent()) {
      return new Emergency.Alarm(
          kind(real.get()), span(message, real.get()), real.get().pattern().line());
    }
    return meant.stream().min(byGravity()).map(match -> ask(message, all, match)).orElse(none());
  }

  private static Emergency none() {
    return new Emergency.None();
  }

  private static Emergency ask(Message message, Case all, Match match) {
    String why = all.doubt(match).map(doubt -> doubt.pattern().line()).orElse("");
    return new Emergency.Ask(kind(match), span(message, match), why);
  }

  private static Span span(Message message, Match match) {
    return message.span(match.from(), match.to());
  }

  private static Emergency.Kind kind(Match match) {
    return Emergency.Kind.valueOf(match.label());
  }

  private static Comparator<Match> byGravity() {
    return Comparator.comparing(Emergencies::kind).thenComparingInt(Match::from);
  }

  /// A message with all that speaks against danger in it.
  private record Case(Message message, List<Match> calming) {

    /// Whether the words speak of danger at all, and of one that is ours.
    boolean isMeant(Match danger) {
      return calming.stream()
          .noneMatch(calm ->
              switch (calm.label()) {
                case "NOT-MEANT" -> calm.overlaps(danger);
                case "PART" -> kind(danger) == Emergency.Kind.NO_POWER && isPart(calm, danger);
                default -> false;
              });
    }

    private boolean isPart(Match part, Match danger) {
      return together(part, danger) && !said("WHOLE", danger);
    }

    /// What makes the danger doubtful, if anything.
    Optional<Match> doubt(Match danger) {
      return calming.stream().filter(calm -> doubts(calm, danger)).findFirst();
    }

    private boolean doubts(Match calm, Match danger) {
      return switch (calm.label()) {
        case "DENIED" -> calm.overlaps(danger);
        case "PAST" -> together(calm, danger) && isOver(calm, danger);
        case "SOLVED" -> isOver(calm, danger);
        case "SUPPOSED" -> together(calm, danger) && calm.from() <= danger.to();
        case "HARMLESS" -> COOKED.contains(kind(danger));
        case "JOKE" -> true;
        default -> false;
      };
    }

    /// « C'est réparé mais ça fume »: what is put right before a « mais » does not calm what
    /// follows.
    private boolean isOver(Match calm, Match danger) {
      return !said(NOW, danger)
          && calming.stream()
              .noneMatch(but ->
                  but.label().equals("BUT")
                      && calm.to() <= but.from()
                      && but.from() <= danger.from());
    }

    private boolean said(String label, Match danger) {
      return calming.stream().anyMatch(m -> m.label().equals(label) && together(m, danger));
    }

    private boolean together(Match one, Match other) {
      return message.word(one.from()).sentence() == message.word(other.from()).sentence();
    }
  }
}
