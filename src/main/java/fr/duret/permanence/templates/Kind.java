package fr.duret.permanence.templates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// What a variable holds: the Java type it takes, how a template may speak of it, how long it gets.
///
/// Of a `slot` named `slot` a template writes `{{slot.short}}` or `{{slot.long}}`; over a list it
/// iterates with `{{#slots}}{{number}}) {{short}}{{/slots}}`. What flows keep is text, so that days
/// and slots are also taken in ISO notation.
@SuppressWarnings("ImmutableEnumChecker") // the sets are unmodifiable
public enum Kind {
  /// Any words, e.g. the client's own; cut at the declared length (60 if none is given).
  TEXT(Names.SELF, Set.of(), 60),
  /// Civility and name: `M. Dupont`.
  NAME(Names.SELF, Set.of(), 40),
  /// A technician's first name.
  TECHNICIAN(Names.SELF, Set.of(), 25),
  /// A commune's name.
  COMMUNE(Names.SELF, Set.of(), 45),
  /// A service's label (`entretien`); `{{service.yours}}` is `votre entretien`.
  SERVICE(Names.SERVICE, Set.of(), 40),
  /// The company's name.
  COMPANY(Names.SELF, Set.of(), 40),
  /// The name of the person in the office.
  OFFICE(Names.SELF, Set.of(), 25),
  /// A telephone number as it is read.
  PHONE(Names.SELF, Set.of(), 20),
  /// A whole number.
  NUMBER(Names.SELF, Set.of(), 6),
  /// Yes or no, for a section; never printed.
  FLAG(Set.of(), Set.of(), 0),
  /// A day: `LocalDate` or `2026-11-24`.
  DATE(Names.DATE, Set.of(), 0),
  /// A day and an hour: `LocalDateTime` or `2026-11-24T12:00`.
  MOMENT(Names.MOMENT, Set.of(), 0),
  /// A day and a window: [Slot] or `2026-11-24T08:00/10:00`.
  SLOT(Names.SLOT, Set.of(), 0),
  /// One to three slots to choose from.
  SLOTS(Names.LIST, Names.NUMBERED_SLOT, 3),
  /// Some words to choose from, each of at most 40 characters: texts, or maps with a `text`.
  OPTIONS(Names.LIST, Set.of("number", "text"), 4),
  /// Visits to choose from: [VisitLine] or a map of `service` and `slot`.
  VISITS(Names.LIST, Names.NUMBERED_VISIT, 3);

  private final Set<String> properties;
  private final Set<String> itemProperties;
  private final int max;

  Kind(Set<String> properties, Set<String> itemProperties, int max) {
    this.properties = properties;
    this.itemProperties = itemProperties;
    this.max = max;
  }

  /// The kind of that name in a header (lower case).
  static Optional<Kind> named(String name) {
    return List.of(values()).stream().filter(kind -> kind.header().equals(name)).findFirst();
  }

  /// Its name in a header.
  String header() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What may follow the variable's name after a dot; `""` if it may stand alone.
  Set<String> properties() {
    return properties;
  }

  /// What an item of the list offers inside its section; empty if it is no list.
  Set<String> itemProperties() {
    return itemProperties;
  }

  /// Whether a section iterates over it.
  boolean list() {
    return !itemProperties.isEmpty();
  }

  /// Characters (words) or items (lists) at most, unless the header says otherwise.
  int max() {
    return max;
  }

  /// Names of properties, here because an enum's constants cannot use its own static fields.
  private static final class Names {
    static final Set<String> SELF = Set.of("");
    static final Set<String> SERVICE = Set.of("", "yours");
    static final Set<String> DATE = Set.of("weekday", "day", "date", "short", "long");
    static final Set<String> MOMENT = Set.of("weekday", "day", "date", "short", "long", "hour");
    static final Set<String> SLOT =
        Set.of("weekday", "day", "date", "short", "long", "dayLong", "window");
    static final Set<String> LIST = Set.of("choices", "one", "several");
    static final Set<String> NUMBERED_SLOT =
        Set.of("number", "weekday", "day", "date", "short", "long", "dayLong", "window");
    static final Set<String> NUMBERED_VISIT =
        Set.of(
            "number", "service", "yours", "weekday", "day", "date", "short", "long", "dayLong",
            "window");

    private Names() {}
  }
}
