package fr.duret.permanence.company;

import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;

/// Reads typed fields; what is missing or wrong becomes a problem, never an exception.
final class Fields {

  static final Hours NO_HOURS = new Hours(LocalTime.MIN, LocalTime.MAX);

  private final Problems problems;

  Fields(Problems problems) {
    this.problems = problems;
  }

  String text(YamlNode node, String key) {
    Optional<YamlNode> field = node.require(key, problems);
    field
        .filter(value -> value.text().isBlank())
        .ifPresent(value -> problems.add(value.where(), "'" + key + "' is empty"));
    return field.map(YamlNode::text).orElse("");
  }

  List<String> texts(YamlNode node, String key) {
    return list(node, key).stream().map(YamlNode::text).toList();
  }

  List<YamlNode> list(YamlNode node, String key) {
    List<YamlNode> items = node.require(key, problems).map(YamlNode::items).orElse(List.of());
    if (items.isEmpty() && node.get(key).isPresent()) {
      problems.add(node.where(), "'" + key + "' has no entry");
    }
    return items;
  }

  List<YamlNode> optionalList(YamlNode node, String key) {
    return node.get(key).map(YamlNode::items).orElse(List.of());
  }

  int number(YamlNode node, String key, int from, int to) {
    return node.require(key, problems).map(value -> number(value, from, to)).orElse(from);
  }

  int number(YamlNode value, int from, int to) {
    try {
      int number = Integer.parseInt(value.text());
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException notANumber) {
      // told below, with what is expected
    }
    problems.add(
        value.where(), "'" + value.text() + "' is no whole number from " + from + " to " + to);
    return from;
  }

  /// Degrees of latitude or longitude.
  ///
  /// @param most how far they go on both sides of zero
  double degrees(YamlNode node, String key, int most) {
    return parse(
            node,
            key,
            "degrees from -" + most + " to " + most,
            text -> {
              double degrees = Double.parseDouble(text);
              // NaN is no number on either side
              if (!(Math.abs(degrees) <= most)) {
                throw new IllegalArgumentException(text);
              }
              return degrees;
            })
        .orElse(0.0);
  }

  List<Hours> hours(YamlNode node, String key) {
    List<Hours> all = new ArrayList<>();
    for (YamlNode item : list(node, key)) {
      hours(item).ifPresent(all::add);
    }
    return all;
  }

  private Optional<Hours> hours(YamlNode item) {
    String[] ends = item.text().split("-", -1);
    try {
      LocalTime from = LocalTime.parse(ends[0].strip());
      LocalTime to = LocalTime.parse(ends[ends.length - 1].strip());
      if (ends.length == 2 && from.isBefore(to)) {
        return Optional.of(new Hours(from, to));
      }
    } catch (DateTimeException notATime) {
      // told below, with what is expected
    }
    problems.add(item.where(), "'" + item.text() + "' is no stretch of time like 08:00-12:00");
    return Optional.empty();
  }

  <T> Optional<T> parse(YamlNode node, String key, String expected, Function<String, T> parser) {
    Optional<YamlNode> field = node.require(key, problems);
    if (field.isEmpty()) {
      return Optional.empty();
    }
    YamlNode value = field.get();
    try {
      return Optional.of(parser.apply(value.text()));
    } catch (IllegalArgumentException | DateTimeException | NoSuchElementException wrong) {
      problems.add(value.where(), "'" + value.text() + "' is not " + expected);
      return Optional.empty();
    }
  }

  /// The name of an enum's constant as it is written in the file: `office-hours`.
  static String constant(String text) {
    return text.toUpperCase(Locale.ROOT).replace('-', '_');
  }
}
