package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.clients.Identity;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.message.Level;
import java.util.Set;

/// On a number that several share, finds out which of them is writing from the name he gives.
record NamePerson(Clients clients) implements Action {

  @Override
  public String name() {
    return "name-person";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("known", "several", "none");
  }

  @Override
  public Result run(ActionContext context) {
    String name =
        (context.text(Vars.FIRST).orElse("") + " " + context.text(Vars.NAME).orElse("")).strip();
    return switch (clients.named(context.address(), name)) {
      case Identity.Known known -> Result.of("known").recognised(known.client().id(), Level.NUMBER);
      case Identity.Shared shared -> Result.of("several");
      case Identity.Unknown unknown -> Result.of("none");
    };
  }
}
