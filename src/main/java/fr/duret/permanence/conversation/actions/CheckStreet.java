package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.Optional;
import java.util.Set;

/// Whether we know where exactly to go. Only somebody new has told no more than his commune; a
/// client on file is never asked.
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
    Optional<Client> prospect =
        OnFile.client(context, clients)
            .filter(client -> client.kind() != Client.Kind.CLIENT)
            .filter(client ->
                context
                    .text(Vars.SITE)
                    .flatMap(client::site)
                    .filter(site -> site.street().isBlank())
                    .isPresent());
    return Result.of(prospect.isPresent() ? "missing" : "known");
  }
}
