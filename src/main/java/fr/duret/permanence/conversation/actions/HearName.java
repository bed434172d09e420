package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.PersonName;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears who is writing; a family name is needed.
record HearName() implements Recogniser {

  @Override
  public String name() {
    return "person-name";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("named");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.NAME, Vars.FIRST, Vars.CIVILITY);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.NAME);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    Confidence needed = hearing.asked() ? Confidence.UNSURE : Confidence.LIKELY;
    return hearing
        .heard()
        .meaning()
        .name()
        .filter(found -> found.confidence().atLeast(needed))
        .flatMap(found -> told(found.value()));
  }

  private static Optional<Result> told(PersonName name) {
    return name.last()
        .map(last -> {
          Result result = Result.of("named").with(Vars.NAME, last);
          Result first = name.first().map(given -> result.with(Vars.FIRST, given)).orElse(result);
          return name.civility()
              .map(civility -> first.with(Vars.CIVILITY, civility.name()))
              .orElse(first);
        });
  }
}
