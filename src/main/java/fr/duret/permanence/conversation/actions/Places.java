package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.ActionContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The places of a client who has several, as [ChooseSite] keeps them.
final class Places {

  private Places() {}

  /// The ids of all of them.
  static List<String> ids(ActionContext context) {
    return lines(context).map(place -> ListChoice.field(place, "id").toString()).toList();
  }

  /// What the place with that id is called; empty if it is none of them.
  static String name(ActionContext context, String id) {
    return lines(context)
        .filter(place -> ListChoice.field(place, "id").equals(id))
        .map(place -> ListChoice.field(place, "text").toString())
        .findFirst()
        .orElse("");
  }

  /// The next one that a visit is wanted at.
  static Optional<String> next(ActionContext context) {
    return context
        .text(Vars.NEXT_SITES)
        .map(sites -> sites.split(",", -1)[0])
        .filter(site -> !site.isEmpty());
  }

  private static Stream<?> lines(ActionContext context) {
    return context.variables().get(Vars.PLACES) instanceof List<?> places
        ? places.stream()
        : Stream.empty();
  }
}
