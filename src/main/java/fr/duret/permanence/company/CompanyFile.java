package fr.duret.permanence.company;

import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the company file; `docs/company.md` describes it, the demo's is an example.
public final class CompanyFile {

  private static final Address NOBODY = new Address(Address.Kind.SENDER, "");
  private static final Place NOWHERE = new Place("", "", "", new Point(0, 0));

  private static final int MOST_KM = 1000;
  private static final int MOST_MINUTES = 24 * 60;
  private static final int MOST_DAYS = 366;
  private static final int MOST_PRIORITY = 100;

  private final Fields fields;
  private final Problems problems;

  private CompanyFile(Problems problems) {
    this.problems = problems;
    this.fields = new Fields(problems);
  }

  /// Reads a company.
  ///
  /// @param file its name for complaints
  /// @param text its content
  /// @throws fr.duret.permanence.yaml.InvalidYaml with every problem, each with file and line
  public static Company read(String file, String text) {
    Problems problems = new Problems();
    Optional<YamlNode> root = YamlNode.read(file, text, problems);
    problems.throwIfAny();
    Company company = new CompanyFile(problems).company(root.orElseThrow());
    problems.throwIfAny();
    return company;
  }

  private Company company(YamlNode root) {
    root.allowOnly(
        List.of(
            "name",
            "zone",
            "agency",
            "servedKm",
            "opening",
            "gridEmergency",
            "onCall",
            "technicians",
            "meetings",
            "services"),
        problems);
    List<TechnicianSpec> technicians =
        fields.list(root, "technicians").stream().map(this::technician).toList();
    List<ServiceKind> services = fields.list(root, "services").stream().map(this::service).toList();
    checkUnique(root, technicians, services);
    checkSkills(root, technicians, services);
    return new Company(
        fields.text(root, "name"),
        fields.parse(root, "zone", "a time zone", ZoneId::of).orElse(ZoneId.of("Europe/Paris")),
        place(root, "agency"),
        fields.number(root, "servedKm", 1, MOST_KM),
        fields.hours(root, "opening"),
        fields.text(root, "gridEmergency"),
        fields.list(root, "onCall").stream().map(this::onCall).toList(),
        technicians,
        fields.optionalList(root, "meetings").stream().map(this::meeting).toList(),
        services);
  }

  private TechnicianSpec technician(YamlNode node) {
    node.allowOnly(List.of("id", "firstName", "number", "skills", "home", "hours"), problems);
    return new TechnicianSpec(
        fields.text(node, "id"),
        fields.text(node, "firstName"),
        phone(node),
        Set.copyOf(fields.texts(node, "skills")),
        place(node, "home"),
        fields.hours(node, "hours"));
  }

  private ServiceKind service(YamlNode node) {
    node.allowOnly(
        List.of("kind", "label", "minutes", "skill", "windows", "withinDays", "priority"),
        problems);
    return new ServiceKind(
        fields.text(node, "kind"),
        fields.text(node, "label"),
        Duration.ofMinutes(fields.number(node, "minutes", 1, MOST_MINUTES)),
        fields.text(node, "skill"),
        fields.hours(node, "windows"),
        fields.number(node, "withinDays", 1, MOST_DAYS),
        priority(node));
  }

  private Map<String, Integer> priority(YamlNode node) {
    Map<String, Integer> priority = new HashMap<>();
    node.get("priority")
        .ifPresent(levels -> {
          levels.allowOnly(ServiceKind.LEVELS, problems);
          levels
              .fields()
              .forEach(
                  (level, value) -> priority.put(level, fields.number(value, 0, MOST_PRIORITY)));
        });
    return priority;
  }

  private OnCall onCall(YamlNode node) {
    node.allowOnly(List.of("name", "number", "when"), problems);
    OnCall.When when =
        fields
            .parse(
                node,
                "when",
                "one of office-hours, off-hours, always",
                text -> OnCall.When.valueOf(Fields.constant(text)))
            .orElse(OnCall.When.ALWAYS);
    return new OnCall(fields.text(node, "name"), phone(node), when);
  }

  private Meeting meeting(YamlNode node) {
    node.allowOnly(List.of("day", "hours", "technicians"), problems);
    DayOfWeek day =
        fields
            .parse(
                node,
                "day",
                "a weekday in English",
                text -> DayOfWeek.valueOf(Fields.constant(text)))
            .orElse(DayOfWeek.MONDAY);
    List<Hours> hours = fields.hours(node, "hours");
    Set<String> who =
        node.get("technicians").isPresent()
            ? Set.copyOf(fields.texts(node, "technicians"))
            : Set.of();
    return new Meeting(day, hours.isEmpty() ? Fields.NO_HOURS : hours.getFirst(), who);
  }

  private Place place(YamlNode parent, String key) {
    Optional<YamlNode> node = parent.require(key, problems);
    if (node.isEmpty()) {
      return NOWHERE;
    }
    YamlNode place = node.get();
    place.allowOnly(List.of("street", "postcode", "commune", "lat", "lon"), problems);
    return new Place(
        fields.text(place, "street"),
        fields.text(place, "postcode"),
        fields.text(place, "commune"),
        new Point(fields.degrees(place, "lat", 90), fields.degrees(place, "lon", 180)));
  }

  private Address phone(YamlNode node) {
    return fields
        .parse(node, "number", "a telephone number", text -> Address.phone(text).orElseThrow())
        .orElse(NOBODY);
  }

  private void checkUnique(
      YamlNode root, List<TechnicianSpec> technicians, List<ServiceKind> services) {
    Set<String> seen = new HashSet<>();
    for (TechnicianSpec technician : technicians) {
      if (!seen.add("technician '" + technician.id() + "'")) {
        problems.add(root.where(), "technician '" + technician.id() + "' stands twice");
      }
    }
    for (ServiceKind service : services) {
      if (!seen.add("service '" + service.kind() + "'")) {
        problems.add(root.where(), "service '" + service.kind() + "' stands twice");
      }
    }
  }

  /// A service that nobody can do would be refused to every client, without a word to the office.
  private void checkSkills(
      YamlNode root, List<TechnicianSpec> technicians, List<ServiceKind> services) {
    for (ServiceKind service : services) {
      if (technicians.stream().noneMatch(one -> one.skills().contains(service.skill()))) {
        problems.add(
            root.where(),
            "no technician has skill '"
                + service.skill()
                + "' of service '"
                + service.kind()
                + "'");
      }
    }
  }
}
