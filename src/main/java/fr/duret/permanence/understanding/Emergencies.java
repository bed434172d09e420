package fr.duret.permanence.understanding;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Judges whether a message tells of danger, by the vocabulary of `emergency.txt`. Every danger
/// named is taken for real unless its own words or sentence speak against it: one that stands makes
/// an alarm, whatever is said of the others.
final class Emergencies {

  private static final String NOW = "NOW";

  /// What fire and smell may come from in a kitchen, shocks and darkness do not.
  private static final Set<Emergency.Kind> COOKED =
      Set.of(Emergency.Kind.FIRE, Emergency.Kind.BURNING_SMELL);

  /// What may be a danger or not: asked about, never an alarm.
  private static final String ASK = "ASK:";

  private static final Set<String> KINDS =
      Set.copyOf(List.of(Emergency.Kind.values()).stream().map(Enum::name).toList());

  /// So much doubt makes nothing of a danger; less makes a question.
  private static final int ENOUGH = 2;

  private static final List<String> DISTANCE = List.of("PAST", "SUPPOSED", "UNSURE");

  private static final List<String> DOUBTS =
      List.of("DENIED", "SOLVED", "CALM", "HARMLESS", "JOKE", "MILD");

  private static final Set<String> ENDS_QUESTIONS = Set.of("CALM", "HARMLESS");

  private final Patterns patterns;

  Emergencies() {
    patterns = Patterns.load(Sound::of, "emergency.txt");
  }

  /// The words that it knows, to be spared from other corrections.
  Patterns patterns() {
    return patterns;
  }

  /// Every place where a word of danger, or against it, is found. A corrected word also counts as
  /// it was written: « chofe » may have been taken for a slip in « chose ».
  List<Match> find(Message message) {
    int[][] members = new int[message.size()][];
    for (int i = 0; i < members.length; i++) {
      Entry spelt = message.entry(i);
      Entry written = message.written(i);
      members[i] = spelt == written ? spelt.dangers() : both(spelt.dangers(), written.dangers());
    }
    return patterns.find(message, members);
  }

  private static int[] both(int[] one, int[] other) {
    return IntStream.concat(IntStream.of(one), IntStream.of(other)).distinct().toArray();
  }

  /// The verdict on a message.
  ///
  /// @param found the places found in it
  Emergency judge(Message message, List<Match> found) {
    List<Match> told = found.stream().filter(Emergencies::isTold).toList();
    if (told.isEmpty()) {
      return new Emergency.None();
    }
    List<Match> calming = found.stream().filter(match -> !isTold(match)).toList();
    Case all = new Case(message, calming);
    List<Match> meant = told.stream().filter(all::isMeant).toList();
    Optional<Match> real =
        meant.stream()
            .filter(match -> !match.label().startsWith(ASK) && all.doubt(match) == 0)
            .min(byGravity());
    if (real.isPresent()) {
      return new Emergency.Alarm(
          kind(real.get()), span(message, real.get()), real.get().pattern().line());
    }
    return meant.stream()
        .filter(match -> all.doubt(match) < ENOUGH)
        .min(byGravity())
        .map(match -> ask(message, match))
        .orElseGet(Emergency.None::new);
  }

  private static boolean isTold(Match match) {
    return match.label().startsWith(ASK) || KINDS.contains(match.label());
  }

  private static Emergency ask(Message message, Match match) {
    return new Emergency.Ask(kind(match), span(message, match), match.pattern().line());
  }

  private static Span span(Message message, Match match) {
    return message.span(match.from(), match.to());
  }

  private static Emergency.Kind kind(Match match) {
    String label = match.label();
    return Emergency.Kind.valueOf(label.startsWith(ASK) ? label.substring(ASK.length()) : label);
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

    /// How much speaks against a danger: the heaviest of each heading, but long ago and supposed
    /// together are no more than one of them.
    int doubt(Match danger) {
      int sum = 0;
      for (String label : DISTANCE) {
        sum = Math.max(sum, heaviest(label, danger));
      }
      for (String label : DOUBTS) {
        sum += heaviest(label, danger);
      }
      return sum;
    }

    private int heaviest(String label, Match danger) {
      int most = 0;
      for (Match calm : calming) {
        if (calm.label().equals(label) && doubts(calm, danger)) {
          most = Math.max(most, settles(label, danger) ? ENOUGH : calm.pattern().weight());
        }
      }
      return most;
    }

    /// A denial ends the matter, and so does « rien d'urgent » if it was only a question.
    private static boolean settles(String label, Match danger) {
      return label.equals("DENIED") || (ENDS_QUESTIONS.contains(label) && isAsked(danger));
    }

    private static boolean isAsked(Match danger) {
      return danger.label().startsWith(ASK);
    }

    /// « Tient pas, URGENT » says nothing against urgency.
    private boolean isOneClause(Match calm) {
      return message.word(calm.from()).clause() == message.word(calm.to() - 1).clause();
    }

    private boolean doubts(Match calm, Match danger) {
      return switch (calm.label()) {
        case "DENIED" -> calm.overlaps(danger);
        case "MILD" -> !isAsked(danger) && calm.overlaps(danger) && isOver(calm, danger);
        case "PAST" -> together(calm, danger) && isOver(calm, danger);
        case "CALM" -> isOneClause(calm) && (isAsked(danger) || isOver(calm, danger));
        case "SOLVED" -> isOver(calm, danger);
        case "SUPPOSED" -> together(calm, danger) && calm.from() < danger.to();
        case "HARMLESS" -> COOKED.contains(kind(danger));
        case "UNSURE" -> together(calm, danger);
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
