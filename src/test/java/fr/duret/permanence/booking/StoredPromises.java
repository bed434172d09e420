package fr.duret.permanence.booking;

import fr.duret.permanence.geo.Point;
import fr.duret.permanence.geo.TravelTimes;
import fr.duret.permanence.store.Store;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/// Drives through the days as they are stored, with nothing of the product but driving times: no
/// class of `planning` and none of `booking` has a part in what it finds. Everybody works from 8 to
/// 12 and from 14 to 18, and starts and ends at one place, half an hour before and after.
final class StoredPromises {

  private static final int NOON = seconds("12:00");

  private final Store store;
  private final TravelTimes times;
  private final Point home;

  StoredPromises(Store store, TravelTimes times, Point home) {
    this.store = store;
    this.times = times;
    this.home = home;
  }

  /// What is broken on any day, in words.
  List<String> broken() {
    List<String> found = new ArrayList<>();
    for (Document day : store.collection("days").find()) {
      List<String> seen = new ArrayList<>();
      for (Document round : day.getList("rounds", Document.class)) {
        found.addAll(driven(round.getList("visits", Document.class)));
        round.getList("visits", Document.class).forEach(one -> seen.add(one.getString("visit")));
      }
      found.addAll(promised(day.getString("date"), seen));
    }
    return found;
  }

  private List<String> driven(List<Document> visits) {
    List<String> found = new ArrayList<>();
    int time = seconds("07:30");
    Point here = home;
    for (Document visit : visits) {
      Document task = visit.get("task", Document.class);
      Point there = point(task.get("site", Document.class));
      int from = seconds(visit.getString("from"));
      boolean morning = from < NOON;
      int start =
          Math.max(
              Math.max(time + times.seconds(here, there), from),
              seconds(morning ? "08:00" : "14:00"));
      time = start + task.getInteger("seconds");
      if (start > seconds(visit.getString("to"))) {
        found.add(visit.getString("visit") + " is reached too late");
      }
      if (time > seconds(morning ? "12:00" : "18:00")) {
        found.add(visit.getString("visit") + " ends after the half-day");
      }
      here = there;
    }
    if (time + times.seconds(here, home) > seconds("18:30")) {
      found.add("back too late");
    }
    return found;
  }

  /// Every visit that a client was promised for that day is there once, in its window.
  private List<String> promised(String date, List<String> seen) {
    List<String> found = new ArrayList<>();
    for (Document visit : store.collection("visits").find(new Document("state", "PLANNED"))) {
      if (visit.getString("day").equals(date)
          && seen.stream().filter(visit.getString("_id")::equals).count() != 1) {
        found.add(visit.getString("_id") + " is not there once");
      }
    }
    return found;
  }

  private static Point point(Document site) {
    return new Point(site.getDouble("lat"), site.getDouble("lon"));
  }

  private static int seconds(String time) {
    return LocalTime.parse(time).toSecondOfDay();
  }
}
