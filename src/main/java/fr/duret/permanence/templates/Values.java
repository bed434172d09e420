package fr.duret.permanence.templates;

import fr.duret.permanence.message.Channel;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Turns the variables of one rendering into the flat words that the tags of a template name.
final class Values {

  private final TemplateSpec spec;
  private final Words words;
  private final Map<String, Object> flat = new HashMap<>();

  Values(TemplateSpec spec, Words words) {
    this.spec = spec;
    this.words = words;
  }

  /// @throws IllegalArgumentException naming every variable that is missing, unknown or of a wrong
  ///   type
  Map<String, Object> of(Map<String, ?> given) {
    List<String> wrong = new ArrayList<>();
    TreeSet<String> unknown = new TreeSet<>(given.keySet());
    for (Variable variable : spec.variables()) {
      unknown.remove(variable.name());
      Object value = given.get(variable.name());
      if (value == null) {
        missing(variable, wrong);
      } else {
        put(variable, value, wrong);
      }
    }
    unknown.forEach(name -> wrong.add(name + " is unknown"));
    if (!wrong.isEmpty()) {
      throw new IllegalArgumentException(spec.file() + ": " + String.join(", ", wrong));
    }
    return flat;
  }

  private void missing(Variable variable, List<String> wrong) {
    if (variable.optional()) {
      flat.put(variable.name(), false);
    } else {
      wrong.add(variable.name() + " is missing");
    }
  }

  private void put(Variable variable, Object value, List<String> wrong) {
    try {
      expand(variable, value);
      // An optional variable that is given opens its section.
      flat.putIfAbsent(variable.name(), true);
    } catch (ClassCastException | DateTimeException | IndexOutOfBoundsException notThis) {
      wrong.add(variable.name() + " is no " + variable.kind().header());
    }
  }

  private void expand(Variable variable, Object value) {
    String name = variable.name();
    switch (variable.kind()) {
      case TEXT, COMMUNE, COMPANY, PHONE -> flat.put(name, cut((String) value, variable.max()));
      case NAME, TECHNICIAN, OFFICE -> flat.put(name, spelt(cut((String) value, variable.max())));
      case SERVICE -> service(name, name + ".yours", (String) value, flat);
      case NUMBER -> flat.put(name, ((Number) value).toString());
      case FLAG -> flat.put(name, (Boolean) value);
      case DATE ->
          day(name + ".", value instanceof LocalDate day ? day : LocalDate.parse((String) value));
      case MOMENT ->
          moment(
              name + ".",
              value instanceof LocalDateTime time ? time : LocalDateTime.parse((String) value));
      case SLOT -> slot(name + ".", toSlot(value), flat);
      case SLOTS, OPTIONS, VISITS -> list(variable, (List<?>) value);
    }
  }

  private void list(Variable variable, List<?> items) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (Object item : items.subList(0, Math.min(items.size(), variable.max()))) {
      Map<String, Object> line = new HashMap<>();
      line.put("number", lines.size() + 1);
      line(variable.kind(), item, line);
      lines.add(line);
    }
    flat.put(variable.name(), lines);
    flat.put(variable.name() + ".choices", words.choices(lines.size()));
    flat.put(variable.name() + ".one", lines.size() == 1);
    flat.put(variable.name() + ".several", lines.size() > 1);
  }

  private void line(Kind kind, Object item, Map<String, Object> into) {
    if (kind == Kind.SLOTS) {
      slot("", toSlot(item), into);
    } else if (kind == Kind.VISITS) {
      VisitLine visit = toVisit(item);
      service("service", "yours", visit.service(), into);
      slot("", visit.slot(), into);
    } else {
      Object text = item instanceof Map<?, ?> map ? part(map, "text") : item;
      into.put("text", cut((String) text, Kind.NAME.max()));
    }
  }

  private static Slot toSlot(Object value) {
    return value instanceof Slot slot ? slot : Slot.parse((String) value);
  }

  private static VisitLine toVisit(Object value) {
    if (value instanceof VisitLine visit) {
      return visit;
    }
    Map<?, ?> map = (Map<?, ?>) value;
    return new VisitLine((String) part(map, "service"), toSlot(part(map, "slot")));
  }

  private static Object part(Map<?, ?> map, String name) {
    Object part = map.get(name);
    if (part == null) {
      throw new ClassCastException("no " + name);
    }
    return part;
  }

  private void service(String name, String yours, String label, Map<String, Object> into) {
    String service = cut(label, Kind.SERVICE.max());
    into.put(name, service);
    into.put(yours, words.yours(service));
  }

  private void moment(String prefix, LocalDateTime moment) {
    day(prefix, moment.toLocalDate());
    flat.put(prefix + "hour", words.hour(moment.toLocalTime()));
  }

  private void slot(String prefix, Slot slot, Map<String, Object> into) {
    for (String format : Words.DAY_FORMATS) {
      into.put(prefix + format, words.day(slot.day(), format));
    }
    into.put(prefix + "dayLong", words.day(slot.day(), "long"));
    into.put(prefix + "window", words.window(slot, "long"));
    into.put(prefix + "short", words.day(slot.day(), "short") + " " + words.window(slot, "short"));
    into.put(prefix + "long", words.day(slot.day(), "long") + " " + words.window(slot, "long"));
  }

  private void day(String prefix, LocalDate day) {
    for (String format : Words.DAY_FORMATS) {
      flat.put(prefix + format, words.day(day, format));
    }
  }

  /// A person is spelt one way in all text messages, whatever else stands in them: « Gaetan » in
  /// one and « Gaëtan » in the next would be two.
  private String spelt(String name) {
    return spec.channel() == Channel.SMS ? Sms.transliterate(name) : name;
  }

  /// One line of at most that many characters: a value from outside may hold anything.
  private String cut(String text, int max) {
    String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (line.length() <= max) {
      return line;
    }
    int end = max - words.ellipsis().length();
    int whole = Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end;
    return line.substring(0, whole) + words.ellipsis();
  }
}
