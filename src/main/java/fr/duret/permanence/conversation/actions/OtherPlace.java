package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Finds out whether a text names another of the client's places than the one spoken of.
final class OtherPlace {

  private OtherPlace() {}

  /// Its id; empty if the text names none, several, or the one spoken of.
  static Optional<String> named(Hearing hearing) {
    if (!(hearing.variables().get(Vars.PLACES) instanceof List<?> places)) {
      return Optional.empty();
    }
    List<?> meant = Naming.named(hearing.heard().text(), places, OtherPlace::names);
    return meant.size() == 1
        ? Optional.of(ListChoice.field(meant.getFirst(), "id").toString())
            .filter(site -> !site.equals(hearing.variables().get(Vars.SITE)))
        : Optional.empty();
  }

  static Collection<String> names(Object place) {
    return ListChoice.field(place, "names") instanceof Collection<?> names
        ? names.stream().map(Object::toString).toList()
        : List.of();
  }
}
