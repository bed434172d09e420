package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Hears, after nonsense, words that can be passed to a person. Whatever opens a subject goes there
/// instead.
record MoreWords() implements Recogniser {

  /// The number of a quote or an invoice: « DE-2026-044 ».
  private static final Pattern REFERENCE = Pattern.compile("(?U)\\b\\p{L}{1,4}[- ]?\\d{3,}");

  @Override
  public String name() {
    return "more-words";
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
    boolean isOther =
        switch (hearing.heard().meaning().intent()) {
          case OTHER, ANSWER -> true;
          default -> false;
        };
    String text = hearing.heard().text();
    boolean tells = Sentences.saysSomething(text) || REFERENCE.matcher(text).find();
    return isOther && hearing.asked() && tells
        ? Optional.of(Result.of("told"))
        : Optional.empty();
  }
}
