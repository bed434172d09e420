package fr.duret.permanence.templates;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// How days, hours, windows and choices read in French; the words come from `formats.yaml`.
final class Words {

  /// The names of a day's formats, all required in the file.
  static final List<String> DAY_FORMATS = List.of("weekday", "day", "date", "short", "long");

  /// Every key that the file must have.
  static final List<String> KEYS = keys();

  private record DayFormat(DateTimeFormatter ordinary, DateTimeFormatter first) {}

  private final Map<String, DayFormat> days = new TreeMap<>();
  private final DateTimeFormatter wholeHour;
  private final DateTimeFormatter minutes;
  private final Map<String, String> texts;

  /// @param texts the flattened content of the file, holding every one of [#KEYS]
  /// @throws IllegalArgumentException if a pattern is not one of java.time's
  Words(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
    for (String name : DAY_FORMATS) {
      String pattern = text("date." + name);
      // Only the first of the month is an ordinal in French: 1er décembre, 2 décembre.
      String first =
          pattern.replaceAll("(?<![A-Za-z'])d(?![A-Za-z'])", "'" + text("date.first") + "'");
      days.put(name, new DayFormat(formatter(pattern), formatter(first)));
    }
    wholeHour = formatter(text("hour.whole"));
    minutes = formatter(text("hour.minutes"));
  }

  /// The words of a folder, from that file.
  ///
  /// @throws InvalidTemplates if the file is missing, malformed or lacks a key
  static Words read(String file, Optional<String> text) {
    return WordsReader.read(file, text);
  }

  /// A day in one of the [#DAY_FORMATS].
  String day(TemporalAccessor date, String format) {
    DayFormat formats = days.get(format);
    if (formats == null) {
      throw new IllegalArgumentException("no such date format: " + format);
    }
    boolean first = date.get(ChronoField.DAY_OF_MONTH) == 1;
    return (first ? formats.first : formats.ordinary).format(date);
  }

  /// `8h`, `14h30`.
  String hour(LocalTime time) {
    return (time.getMinute() == 0 ? wholeHour : minutes).format(time);
  }

  /// A window, `short` (8h-10h) or `long` (entre 8h et 10h).
  String window(Slot slot, String format) {
    return text("window." + format)
        .replace("{from}", hour(slot.from()))
        .replace("{to}", hour(slot.to()));
  }

  /// `1`, `1 ou 2`, `1, 2 ou 3`.
  String choices(int count) {
    StringBuilder out = new StringBuilder();
    for (int number = 1; number <= count; number++) {
      String before = number == count ? text("list.or") : text("list.comma");
      out.append(number == 1 ? "" : before).append(number);
    }
    return out.toString();
  }

  /// A service with its possessive: `votre entretien`, `vos petits travaux`.
  String yours(String service) {
    String special = text("yours.special." + service);
    return special.isEmpty() ? text("yours.ordinary").replace("{service}", service) : special;
  }

  /// What ends words that were cut.
  String ellipsis() {
    return text("cut");
  }

  private String text(String key) {
    return texts.getOrDefault(key, "");
  }

  private static DateTimeFormatter formatter(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.FRENCH);
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    DAY_FORMATS.forEach(format -> keys.add("date." + format));
    keys.addAll(
        List.of(
            "date.first",
            "hour.whole",
            "hour.minutes",
            "window.short",
            "window.long",
            "list.comma",
            "list.or",
            "yours.ordinary",
            "cut"));
    return List.copyOf(keys);
  }
}
