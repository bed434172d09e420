package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Identity;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Optional;
import java.util.Set;

/// Tells whether we know who is writing.
record Identify(Clients clients) implements Action {

  @Override
  public String name() {
    return "identify";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("known", "nameless", "shared", "unknown");
  }

  @Override
  public Result run(ActionContext context) {
    Optional<Client> person = OnFile.client(context, clients);
    if (person.isPresent()) {
      return Result.of(person.get().lastName().isPresent() ? "known" : "nameless");
    }
    return switch (clients.identify(context.address())) {
      case Identity.Known known -> Result.of("known");
      case Identity.Shared shared -> Result.of("shared");
      case Identity.Unknown unknown -> Result.of("unknown");
    };
  }
}
