package fr.duret.permanence.booking;

import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.geo.Point;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/// Days as they are stored.
final class DayDocuments {

  private DayDocuments() {}

  static Document write(String id, Day day) {
    return new Document("_id", id)
        .append("date", day.date().toString())
        .append("version", day.version())
        .append("changed", day.changed())
        .append("rough", day.rough())
        .append(
            "rounds",
            day.rounds().entrySet().stream()
                .map(round ->
                    new Document("technician", round.getKey())
                        .append(
                            "visits", round.getValue().stream().map(DayDocuments::entry).toList()))
                .toList())
        .append("holds", day.holds().stream().map(DayDocuments::held).toList());
  }

  static Day read(Document document) {
    Map<String, List<Entry>> rounds = new LinkedHashMap<>();
    for (Document round : document.getList("rounds", Document.class)) {
      rounds.put(
          round.getString("technician"),
          round.getList("visits", Document.class).stream().map(DayDocuments::entry).toList());
    }
    return new Day(
        LocalDate.parse(document.getString("date")),
        document.getLong("version"),
        document.getBoolean("changed"),
        document.getBoolean("rough", false),
        rounds,
        document.getList("holds", Document.class).stream().map(DayDocuments::held).toList());
  }

  private static Document entry(Entry entry) {
    return new Document("visit", entry.visit())
        .append("cause", entry.cause())
        .append("person", entry.person())
        .append("task", task(entry.task()))
        .append("from", entry.window().from().toString())
        .append("to", entry.window().to().toString())
        .append("pinned", entry.pinned())
        .append("afterLapse", entry.afterLapse());
  }

  private static Entry entry(Document document) {
    return new Entry(
        document.getString("visit"),
        document.getString("cause"),
        document.getString("person"),
        task(document.get("task", Document.class)),
        hours(document),
        document.getBoolean("pinned"),
        document.getBoolean("afterLapse"));
  }

  private static Document held(Held held) {
    Document document =
        new Document("hold", held.hold())
            .append("person", held.person())
            .append("recognised", held.recognised())
            .append("task", task(held.task()))
            .append("windows", held.windows().stream().map(DayDocuments::hours).toList())
            .append("expires", Date.from(held.expires()));
    held.moving().ifPresent(visit -> document.append("moving", visit));
    return document;
  }

  private static Held held(Document document) {
    return new Held(
        document.getString("hold"),
        document.getString("person"),
        document.getBoolean("recognised"),
        task(document.get("task", Document.class)),
        document.getList("windows", Document.class).stream().map(DayDocuments::hours).toList(),
        instant(document, "expires"),
        Optional.ofNullable(document.getString("moving")));
  }

  static Instant instant(Document document, String field) {
    return document.getDate(field).toInstant();
  }

  private static Document hours(Hours hours) {
    return new Document("from", hours.from().toString()).append("to", hours.to().toString());
  }

  private static Hours hours(Document document) {
    return new Hours(
        LocalTime.parse(document.getString("from")), LocalTime.parse(document.getString("to")));
  }

  static Document task(Task task) {
    return new Document("service", task.service())
        .append("site", site(task.site()))
        .append("seconds", task.seconds())
        .append("skill", task.skill());
  }

  static Task task(Document document) {
    return new Task(
        document.getString("service"),
        site(document.get("site", Document.class)),
        document.getInteger("seconds"),
        document.getString("skill"));
  }

  static Document site(Site site) {
    return new Document("id", site.id())
        .append("label", site.label())
        .append("street", site.street())
        .append("postcode", site.postcode())
        .append("commune", site.commune())
        .append("lat", site.point().lat())
        .append("lon", site.point().lon());
  }

  static Site site(Document document) {
    return new Site(
        document.getString("id"),
        document.getString("label"),
        document.getString("street"),
        document.getString("postcode"),
        document.getString("commune"),
        new Point(document.getDouble("lat"), document.getDouble("lon")));
  }
}
