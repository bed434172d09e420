package fr.duret.permanence.templates;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;

/// The real values that messages are checked with: everybody and every place that may stand in one.
///
/// @param company the company's name, as in messages
/// @param office the name of the person in the office
/// @param grid the grid operator's emergency number
/// @param names civility and name of clients
/// @param technicians first names
/// @param communes every commune served
/// @param services labels of the services
/// @param windows every window that may be promised
public record Samples(
    String company,
    String office,
    String grid,
    List<String> names,
    List<String> technicians,
    List<String> communes,
    List<String> services,
    List<Window> windows) {

  /// A window of a day.
  ///
  /// @param from when it opens
  /// @param to when it closes
  public record Window(LocalTime from, LocalTime to) {}

  /// Keeps copies.
  ///
  /// @throws IllegalArgumentException if one of the lists is empty
  public Samples {
    names = filled(names);
    technicians = filled(technicians);
    communes = filled(communes);
    services = filled(services);
    windows = filled(windows);
  }

  /// The words that take most room once they are written in GSM-7.
  static String longest(List<String> words) {
    return words.stream()
        .max(Comparator.comparingInt(word -> Sms.length(Sms.transliterate(word))))
        .orElseThrow();
  }

  private static <T> List<T> filled(List<T> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("no sample to check the templates with");
    }
    return List.copyOf(values);
  }
}
