package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Heard;
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

/// Hears what belongs to a matter that has just been handed to a person: words that he could make
/// sense of, or a mere name, place or day.
record MoreDetails() implements Recogniser {

  private static final MoreWords MORE_WORDS = new MoreWords();

  /// What a mere name, place or day may be taken for.
  private static final Set<Intent> MERE =
      EnumSet.of(Intent.BOOK, Intent.ANSWER, Intent.OTHER, Intent.IDENTITY, Intent.CHOOSE);

  @Override
  public String name() {
    return "more-details";
  }

  @Override
  public Set<String> outcomes() {
    return MORE_WORDS.outcomes();
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.NOTHING);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    return hearing.asked() && isMere(hearing.heard())
        ? Optional.of(Result.of("told"))
        : MORE_WORDS.hear(hearing);
  }

  private static boolean isMere(Heard heard) {
    Understood meaning = heard.meaning();
    return heard.tells()
        && MERE.contains(meaning.intent())
        && !meaning.means(Intent.BOOK, Confidence.SURE)
        && meaning.motive().isEmpty()
        && meaning.emergency() instanceof Emergency.None;
  }
}
