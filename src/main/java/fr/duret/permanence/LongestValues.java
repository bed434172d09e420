package fr.duret.permanence;

import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.company.TechnicianSpec;
import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.templates.Samples;
import java.util.List;

/// The real values with which the cost of text messages is measured.
///
/// @param clients whose names stand in messages
/// @param people how they are addressed
record LongestValues(Company company, Clients clients, PeopleOnFile people, Communes communes) {

  private static final int MOST_NAMES = 500;

  /// Longer names are one message in thousands. Whoever writes in with an endless name must not
  /// make texts too dear that Claire is about to save.
  private static final int LONGEST_NAME = 30;

  Samples samples() {
    return new Samples(
        company.name(),
        Core.office(company),
        company.gridEmergency(),
        names(),
        company.technicians().stream().map(TechnicianSpec::firstName).toList(),
        served(),
        company.services().stream().map(ServiceKind::label).toList(),
        company.services().stream()
            .flatMap(service -> service.windows().stream())
            .distinct()
            .map(hours -> new Samples.Window(hours.from(), hours.to()))
            .toList());
  }

  /// Everybody on file, as he is addressed, in letters that betray nobody: an error shows the text
  /// that it measured, and may be logged.
  private List<String> names() {
    List<String> names =
        clients.page("", MOST_NAMES).stream()
            .map(people::called)
            .filter(name -> name.length() <= LONGEST_NAME)
            .map(name -> name.replaceAll("\\p{L}", "m"))
            .toList();
    return names.isEmpty() ? List.of(company.name()) : names;
  }

  private List<String> served() {
    Point agency = company.agency().point();
    return communes.all().stream()
        .filter(commune -> commune.centre().kilometresTo(agency) <= company.servedKm())
        .map(Commune::name)
        .toList();
  }
}
