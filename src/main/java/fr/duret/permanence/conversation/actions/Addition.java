package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
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

/// Hears what is added to a demand that a person has just got: who it is from, where, a few words
/// more. Whatever wants something of its own goes where that is dealt with.
record Addition() implements Recogniser {

  /// The number of a quote or an invoice, « DE-2026-044 », or a postcode.
  private static final Pattern REFERENCE =
      Pattern.compile("(?U)\\b\\p{L}{1,4}[- ]?\\d{3,}|\\b\\d{5}\\b");

  /// What a mere day may be taken for.
  private static final Set<Intent> MERE =
      EnumSet.of(Intent.BOOK, Intent.MOVE, Intent.ANSWER, Intent.OTHER, Intent.CHOOSE);

  @Override
  public String name() {
    return "addition";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("told");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.NOTHING);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    Understood meaning = hearing.heard().meaning();
    boolean adds =
        Notes.isNote(hearing)
            || REFERENCE.matcher(hearing.heard().text()).find()
            || meaning.name().filter(one -> one.confidence().atLeast(Confidence.LIKELY)).isPresent()
            || !meaning.communes().isEmpty();
    boolean only =
        Notes.wantsNothing(meaning) && meaning.motive().isEmpty() && meaning.dates().isEmpty();
    return (adds && only) || isMereDay(meaning) ? Optional.of(Result.of("told")) : Optional.empty();
  }

  /// « Jeudi ou vendredi », and nothing else: when he would like it. Of somebody who has a visit
  /// ahead it sounds like a move, which would change what nobody spoke of.
  private static boolean isMereDay(Understood meaning) {
    return !meaning.dates().isEmpty()
        && MERE.contains(meaning.intent())
        && !meaning.means(Intent.BOOK, Confidence.SURE)
        && !meaning.means(Intent.MOVE, Confidence.SURE)
        && meaning.motive().isEmpty()
        && meaning.emergency() instanceof Emergency.None;
  }
}
