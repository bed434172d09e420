package fr.duret.permanence.api;

import fr.duret.permanence.http.BadRequest;
import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Which part of a list is asked for: `?limit=100&after=…`.
///
/// @param limit at most so many, 1 to 500; 100 if not said
/// @param after the cursor of the page before; empty for the first page
record Page(int limit, String after) {

  private static final int USUAL = 100;
  private static final int MOST = 500;

  /// As long as `2026-11-24`.
  private static final int DAY = 10;

  /// The page that a request asks for.
  ///
  /// @param cursor what this list's cursors look like
  /// @param others the further parameters that may be there
  /// @throws BadRequest if the limit is wrong, the cursor is none of this list's (a damaged one
  ///   would look like the end of the list) or a parameter is unknown: it was meant to do something
  static Page of(RoutingContext context, Pattern cursor, String... others) {
    Set<String> known = new TreeSet<>(List.of(others));
    known.addAll(List.of("limit", "after"));
    parameters(context)
        .forEach((name, values) -> {
          if (!known.contains(name)) {
            throw new BadRequest("'" + name + "' is no parameter of this list; it has " + known);
          }
          // Half a filter must not mean everybody.
          if (values.size() > 1 || values.getFirst().isBlank()) {
            throw new BadRequest("'" + name + "' must have one value, or be left out");
          }
        });
    String limit = query(context, "limit").orElse(String.valueOf(USUAL));
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= MOST) {
        return new Page(number, after(context, cursor));
      }
    } catch (NumberFormatException notANumber) {
      // told below, with what is expected
    }
    throw new BadRequest("'limit' is no whole number from 1 to " + MOST);
  }

  private static Map<String, List<String>> parameters(RoutingContext context) {
    Map<String, List<String>> parameters = new TreeMap<>();
    MultiMap given = context.queryParams();
    given.names().forEach(name -> parameters.put(name, given.getAll(name)));
    return parameters;
  }

  private static String after(RoutingContext context, Pattern cursor) {
    String after = query(context, "after").orElse("");
    if (!after.isEmpty() && !cursor.matcher(after).matches()) {
      throw new BadRequest("'after' is no cursor of this list");
    }
    return after;
  }

  /// The answer: the items, and the cursor of the next page if there may be one.
  <T> JsonObject answer(List<T> items, Function<T, JsonObject> json, Function<T, String> cursor) {
    JsonArray list = new JsonArray();
    items.forEach(item -> list.add(json.apply(item)));
    JsonObject answer = new JsonObject().put("items", list);
    if (items.size() == limit) {
      answer.put("after", cursor.apply(items.getLast()));
    }
    return answer;
  }

  static Optional<String> query(RoutingContext context, String name) {
    return context.queryParam(name).stream().findFirst().filter(value -> !value.isBlank());
  }

  static LocalDate day(RoutingContext context, String name, LocalDate otherwise) {
    Optional<String> text = query(context, name);
    try {
      return text.map(Page::day).orElse(otherwise);
    } catch (DateTimeException notADay) {
      throw new BadRequest("'" + name + "' is no day like 2026-11-24");
    }
  }

  /// Years have four digits: beyond them no day can be written, nor the next one reckoned.
  private static LocalDate day(String text) {
    if (text.length() != DAY) {
      throw new DateTimeException(text);
    }
    return LocalDate.parse(text);
  }

  static Optional<Instant> instant(RoutingContext context, String name, ZoneId zone) {
    return query(context, name).map(text -> instant(text, name, zone));
  }

  private static Instant instant(String text, String name, ZoneId zone) {
    try {
      day(text.substring(0, Math.min(DAY, text.length())));
      return text.length() == DAY
          ? day(text).atStartOfDay(zone).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException notATime) {
      throw new BadRequest(
          "'" + name + "' is neither a day nor a time like 2026-11-24T10:00:00+01:00");
    }
  }
}
