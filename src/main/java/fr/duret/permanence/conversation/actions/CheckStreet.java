package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Set;

/// Whether we know where exactly to go. Somebody new has told no more than his commune, and so has
/// a client of a new place of his.
record CheckStreet(Clients clients) implements Action {

  @Override
  public String name() {
    return "check-street";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("known", "missing");
  }

  @Override
  public Result run(ActionContext context) {
    boolean missing =
        OnFile.client(context, clients)
            .flatMap(client -> context.text(Vars.SITE).flatMap(client::site))
            .filter(site -> site.street().isBlank())
            .isPresent();
    return Result.of(missing ? "missing" : "known");
  }
}
