package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Finding;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears, from somebody who was told that we do not go there, where it is instead, or whatever he
/// adds.
///
/// - `near`: « non, Annecy-le-Vieux »
/// - `told`: as [Addition]
record OtherCommune(Addition addition) implements Recogniser {

  @Override
  public String name() {
    return "other-commune";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("near", "told");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.COMMUNE);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return addition.context(variables);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    return hearing.heard().meaning().communes().stream()
        .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
        .map(Finding::value)
        .filter(commune -> !commune.equals(hearing.variables().get(Vars.COMMUNE)))
        .findFirst()
        .map(commune -> Result.of("near").with(Vars.COMMUNE, commune))
        .or(() -> addition.hear(hearing));
  }
}
