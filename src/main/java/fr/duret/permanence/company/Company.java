package fr.duret.permanence.company;

import fr.duret.permanence.calendar.Holidays;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The company, as its file describes it.
///
/// @param name as clients know it
/// @param zone where its clocks stand
/// @param agency where the material is
/// @param servedKm how far from the agency visits are made, in kilometres as the crow flies
/// @param opening the office's hours on working days, in order
/// @param gridEmergency the grid operator's emergency number, written to be read
/// @param onCall whom to alert in an emergency, first one first
/// @param technicians everybody who makes visits
/// @param meetings what blocks every week
/// @param services what can be booked
public record Company(
    String name,
    ZoneId zone,
    Place agency,
    int servedKm,
    List<Hours> opening,
    String gridEmergency,
    List<OnCall> onCall,
    List<TechnicianSpec> technicians,
    List<Meeting> meetings,
    List<ServiceKind> services) {

  /// Keeps copies.
  public Company {
    opening = List.copyOf(opening);
    onCall = List.copyOf(onCall);
    technicians = List.copyOf(technicians);
    meetings = List.copyOf(meetings);
    services = List.copyOf(services);
  }

  /// Whether somebody sits in the office at that local time.
  public boolean isOpen(LocalDateTime time) {
    return Holidays.isWorkingDay(time.toLocalDate())
        && opening.stream().anyMatch(hours -> hours.contains(time.toLocalTime()));
  }

  /// When the office opens next after that local time; empty if it never does within a month.
  public Optional<LocalDateTime> opensAfter(LocalDateTime time) {
    return Stream.iterate(time.toLocalDate(), day -> day.plusDays(1))
        .limit(31)
        .filter(Holidays::isWorkingDay)
        .flatMap(day -> opening.stream().map(hours -> day.atTime(hours.from())))
        .filter(opens -> opens.isAfter(time))
        .findFirst();
  }

  /// The service of that kind.
  public Optional<ServiceKind> service(String kind) {
    return services.stream().filter(service -> service.kind().equals(kind)).findFirst();
  }

  /// The technician with that id.
  public Optional<TechnicianSpec> technician(String id) {
    return technicians.stream().filter(technician -> technician.id().equals(id)).findFirst();
  }
}
