package fr.duret.permanence.booking;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import fr.duret.permanence.store.Store;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.bson.Document;

/// The documents of the working days of one agency. Ids sort by date, so that a range of days is a
/// range of ids and needs no further index.
final class MongoDays {

  private static final int DUPLICATE = 11000;
  private static final int STRIPES = 64;

  private final MongoCollection<Document> days;
  private final String agency;

  /// Threads of this process queue for a day, first come first served: without it a thread could
  /// lose every compare-and-set under contention. Correctness never rests on it.
  private final ReentrantLock[] queues = new ReentrantLock[STRIPES];

  MongoDays(Store store, String agency) {
    this.days = store.collection("days");
    this.agency = agency;
    for (int i = 0; i < STRIPES; i++) {
      queues[i] = new ReentrantLock(true);
    }
  }

  /// What a decision on a day leads to.
  ///
  /// @param outcome what to answer
  /// @param after the day to write; empty to leave it as it is
  record Change<T>(T outcome, Optional<Day> after) {

    static <T> Change<T> none(T outcome) {
      return new Change<>(outcome, Optional.empty());
    }

    static <T> Change<T> to(Day after, T outcome) {
      return new Change<>(outcome, Optional.of(after));
    }
  }

  Day load(LocalDate date) {
    Document found = days.find(eq("_id", id(date))).first();
    return found == null ? Day.empty(date) : DayDocuments.read(found);
  }

  /// The stored days from one to another, both included, by date.
  Map<LocalDate, Day> load(LocalDate from, LocalDate to) {
    Map<LocalDate, Day> found = new TreeMap<>();
    days.find(and(gte("_id", id(from)), lte("_id", id(to))))
        .forEach(document -> {
          Day day = DayDocuments.read(document);
          found.put(day.date(), day);
        });
    return found;
  }

  Map<LocalDate, Day> load(Collection<LocalDate> dates) {
    Map<LocalDate, Day> found = new TreeMap<>();
    days.find(in("_id", dates.stream().map(this::id).toList()))
        .forEach(document -> {
          Day day = DayDocuments.read(document);
          found.put(day.date(), day);
        });
    return found;
  }

  /// The first stored days before that one.
  List<Day> before(LocalDate date, int most) {
    return days.find(and(gte("_id", id(LocalDate.EPOCH)), lt("_id", id(date))))
        .sort(Sorts.ascending("_id"))
        .limit(most)
        .map(DayDocuments::read)
        .into(new ArrayList<>());
  }

  /// Deletes a day, unless somebody has changed it meanwhile.
  void delete(Day day) {
    days.deleteOne(unchanged(day));
  }

  /// Decides on the day as it is and writes the result; decides again whenever somebody else was
  /// faster, so the decision must have no effect of its own.
  <T> T update(LocalDate date, Function<Day, Change<T>> decision) {
    ReentrantLock queue = queues[stripe(date)];
    queue.lock();
    try {
      while (true) {
        Day day = load(date);
        Change<T> change = decision.apply(day);
        if (change.after().isEmpty() || replace(change.after().get())) {
          return change.outcome();
        }
      }
    } finally {
      queue.unlock();
    }
  }

  /// Decides on several days as they are and writes those that change in one command; where
  /// somebody was faster, one by one.
  ///
  /// @return the outcomes by day
  <T> Map<LocalDate, T> updateAll(Collection<LocalDate> dates, Function<Day, Change<T>> decision) {
    List<ReentrantLock> taken =
        dates.stream()
            .mapToInt(MongoDays::stripe)
            .distinct()
            .sorted()
            .mapToObj(stripe -> queues[stripe])
            .toList();
    taken.forEach(ReentrantLock::lock);
    try {
      return updateHeld(dates, decision);
    } finally {
      taken.forEach(ReentrantLock::unlock);
    }
  }

  private <T> Map<LocalDate, T> updateHeld(
      Collection<LocalDate> dates, Function<Day, Change<T>> decision) {
    Map<LocalDate, Day> found = dates.isEmpty() ? Map.of() : load(dates);
    Map<LocalDate, T> outcomes = new TreeMap<>();
    List<Day> after = new ArrayList<>();
    for (LocalDate date : dates) {
      Change<T> change = decision.apply(found.getOrDefault(date, Day.empty(date)));
      outcomes.put(date, change.outcome());
      change.after().ifPresent(after::add);
    }
    if (!after.isEmpty() && !replaceAll(after)) {
      after.forEach(day -> outcomes.put(day.date(), update(day.date(), decision)));
    }
    return outcomes;
  }

  private static int stripe(LocalDate date) {
    return Math.floorMod(date.toEpochDay(), STRIPES);
  }

  /// Writes the next version of a day; false if somebody else has meanwhile.
  boolean replace(Day after) {
    Document next = DayDocuments.write(id(after.date()), after.next());
    if (after.version() > 0) {
      return days.replaceOne(unchanged(after), next).getMatchedCount() == 1;
    }
    try {
      days.insertOne(next);
      return true;
    } catch (MongoWriteException refused) {
      if (Store.isDuplicate(refused)) {
        return false;
      }
      throw refused;
    }
  }

  /// Writes the next version of several days in one command; false if at least one of them was not
  /// written, because somebody else was faster.
  boolean replaceAll(List<Day> after) {
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (Day day : after) {
      Document next = DayDocuments.write(id(day.date()), day.next());
      writes.add(
          day.version() > 0
              ? new ReplaceOneModel<>(unchanged(day), next)
              : new InsertOneModel<>(next));
    }
    try {
      var written = days.bulkWrite(writes, new BulkWriteOptions().ordered(false));
      return written.getMatchedCount() + written.getInsertedCount() == after.size();
    } catch (MongoBulkWriteException some) {
      boolean onlyDuplicates =
          some.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE);
      if (onlyDuplicates && some.getWriteConcernError() == null) {
        return false;
      }
      throw some;
    }
  }

  /// Takes a hold off these days. It only frees capacity, so it need not see what else is there.
  void release(String hold, Collection<LocalDate> dates) {
    if (dates.isEmpty()) {
      return;
    }
    List<WriteModel<Document>> writes = new ArrayList<>();
    for (LocalDate date : dates) {
      writes.add(
          new UpdateOneModel<>(
              and(eq("_id", id(date)), eq("holds.hold", hold)),
              Updates.combine(
                  Updates.pull("holds", new Document("hold", hold)), Updates.inc("version", 1L))));
    }
    days.bulkWrite(writes, new BulkWriteOptions().ordered(false));
  }

  private org.bson.conversions.Bson unchanged(Day day) {
    return and(eq("_id", id(day.date())), eq("version", day.version()));
  }

  private String id(LocalDate date) {
    return agency + "/" + date;
  }
}
