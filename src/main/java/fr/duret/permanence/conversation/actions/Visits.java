package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.conversation.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts a visit into the variables that templates and other actions read.
record Visits(Services services) {

  /// So many visits a message has room for.
  static final int LISTED = 3;

  /// The variables that [#into] sets.
  static final Set<String> SET =
      Set.of(Vars.VISIT, Vars.SLOT, Vars.TECHNICIAN, Vars.KIND, Vars.SERVICE, Vars.SITE);

  /// The outcome, with the visit.
  Result into(Result result, Visit visit) {
    return result
        .with(Vars.VISIT, visit.id())
        .with(Vars.SLOT, visit.slot().key())
        .with(Vars.TECHNICIAN, services.technician(visit.technician()))
        .with(Vars.KIND, visit.service())
        .with(Vars.SERVICE, services.label(visit.service()))
        .with(Vars.SITE, visit.site().id());
  }

  /// A visit as one of several.
  ///
  /// @param placed whether the place has to be said, because it tells them apart
  Map<String, Object> line(Visit visit, boolean placed) {
    String service = services.label(visit.service());
    Site site = visit.site();
    List<String> names = new ArrayList<>(Naming.names(site));
    names.add(service);
    return Map.of(
        "id", visit.id(),
        "service", placed ? service + ", " + site.called() : service,
        "slot", visit.slot().key(),
        "names", List.copyOf(names));
  }
}
