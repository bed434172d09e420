package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Heard;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.Emergency;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Understood;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Hears the street where the work is; a number and a name, or the few words of a hamlet, of which
/// one at least must be strange (« la dernière » is none). A person reads it before somebody drives
/// there.
///
/// - `told`
/// - `note`: something else for the visit
record HearStreet() implements Recogniser {

  /// No street's name has more; what is longer tells a story.
  private static final int LONGEST = 100;

  private static final Pattern NUMBERED =
      Pattern.compile("(?U)\\b\\d{1,4}\\s*(bis|ter|[a-d])?[ ,]+\\p{L}{2,}");

  private static final Pattern WORDS = Pattern.compile("(?U)\\p{L}{2,}");
  private static final int FEWEST_WORDS = 2;
  private static final int MOST_WORDS = 4;

  /// What somebody wants who does not answer.
  private static final Set<Intent> ANSWERS =
      EnumSet.of(Intent.OTHER, Intent.ANSWER, Intent.CHOOSE, Intent.IDENTITY);

  @Override
  public String name() {
    return "street";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("told", "note");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.FREE);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    String text = hearing.heard().text().strip();
    return hearing.asked() && isStreet(text, hearing.heard().meaning())
        ? Optional.of(Result.of("told"))
        : noted(hearing);
  }

  /// Whether a text tells a street beside other words (« c'est au 7 rue Haute, non pas au 8 »).
  static boolean names(Heard heard) {
    return !heard.text().contains("?")
        && heard.meaning().dates().isEmpty()
        && NUMBERED.matcher(heard.text()).find();
  }

  private static boolean isShort(long words) {
    return words >= FEWEST_WORDS && words <= MOST_WORDS;
  }

  private static Optional<Result> noted(Hearing hearing) {
    return hearing.asked() && Notes.isNote(hearing)
        ? Optional.of(Result.of("note"))
        : Optional.empty();
  }

  private static boolean isStreet(String text, Understood meaning) {
    if (text.length() > LONGEST || !(meaning.emergency() instanceof Emergency.None)) {
      return false;
    }
    // « 3 rue du 8 mai » has a date in it, and « 12 chemin du Travail » a word of our trade.
    return NUMBERED.matcher(text).lookingAt()
        || (saysNothingElse(meaning)
            && meaning.street().isPresent()
            && !text.contains("?")
            && isShort(WORDS.matcher(text).results().count()));
  }

  private static boolean saysNothingElse(Understood meaning) {
    boolean answers =
        ANSWERS.contains(meaning.intent()) || !meaning.confidence().atLeast(Confidence.LIKELY);
    return answers && meaning.answer() == Answer.NONE && meaning.dates().isEmpty();
  }
}
