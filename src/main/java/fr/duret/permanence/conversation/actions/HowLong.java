package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// « Combien de temps ça dure ? »: how long such a visit is planned.
///
/// - `known`
/// - `unknown`: it is not told what for
record HowLong(Services services) implements Action {

  @Override
  public String name() {
    return "how-long";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("known", "unknown");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.MINUTES, Vars.SERVICE);
  }

  @Override
  public Result run(ActionContext context) {
    return context
        .text(Vars.KIND)
        .flatMap(services.company()::service)
        .map(HowLong::known)
        .orElseGet(() -> Result.of("unknown"));
  }

  private static Result known(ServiceKind service) {
    return Result.of("known")
        .with(Vars.MINUTES, Math.toIntExact(service.duration().toMinutes()))
        .with(Vars.SERVICE, service.label());
  }
}
