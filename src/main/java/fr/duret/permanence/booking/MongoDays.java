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
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.Sorts;
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
import org.bson.conversions.Bson;

/// The documents of the working days of one agency. Ids sort by date, so that a range of days is a
/// range of ids and needs no further index.
final class MongoDays {

  private static final int STRIPES = 64;

  private static final String ID = "_id";
  private static final String DATE = "date";
  private static final String VERSION = "version";
  private static final Bson VERSION_OF_DAY = Projections.include(DATE, VERSION);

  private final MongoCollection<Document> days;
  private final KnownDays known = new KnownDays();
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
    return load(List.of(date)).getOrDefault(date, Day.empty(date));
  }

  /// The stored days from one to another, both included, by date.
  Map<LocalDate, Day> load(LocalDate from, LocalDate to) {
    return load(and(gte(ID, id(from)), lte(ID, id(to))));
  }

  /// Those of these days that are stored, by date.
  Map<LocalDate, Day> load(Collection<LocalDate> dates) {
    return load(in(ID, dates.stream().map(this::id).toList()));
  }

  /// Only the days whose versions are not known are read whole.
  private Map<LocalDate, Day> load(Bson which) {
    Map<LocalDate, Day> found = new TreeMap<>();
    List<String> unknown = new ArrayList<>();
    for (Document stored : days.find(which).projection(VERSION_OF_DAY)) {
      LocalDate date = LocalDate.parse(stored.getString(DATE));
      known
          .find(date, stored.getLong(VERSION))
          .ifPresentOrElse(day -> found.put(date, day), () -> unknown.add(stored.getString(ID)));
    }
    if (!unknown.isEmpty()) {
      days.find(in(ID, unknown))
          .map(DayDocuments::read)
          .forEach(day -> {
            known.learn(day);
            found.put(day.date(), day);
          });
    }
    return found;
  }

  /// The first stored days before that one.
  List<Day> before(LocalDate date, int most) {
    return days.find(and(gte(ID, id(LocalDate.EPOCH)), lt(ID, id(date))))
        .sort(Sorts.ascending(ID))
        .limit(most)
        .map(DayDocuments::read)
        .into(new ArrayList<>());
  }

  /// Deletes a day, unless somebody has changed it meanwhile.
  void delete(Day day) {
    days.deleteOne(unchanged(day));
    known.forget(day.date());
  }

  /// Decides on the day as it is and writes the result; decides again whenever somebody else was
  /// faster, so the decision must have no effect of its own.
  <T> T update(LocalDate date, Function<Day, Change<T>> decision) {
    ReentrantLock queue = queues[stripe(date)];
    queue.lock();
    try {
      Optional<T> done = known.find(date).flatMap(day -> written(decision.apply(day)));
      while (done.isEmpty()) {
        Change<T> change = decision.apply(load(date));
        done = change.after().isEmpty() ? Optional.of(change.outcome()) : written(change);
      }
      return done.get();
    } finally {
      queue.unlock();
    }
  }

  /// What a change led to; empty if there was nothing to write, or the day was not as it was taken
  /// to be.
  private <T> Optional<T> written(Change<T> change) {
    return change.after().filter(this::replace).map(_ -> change.outcome());
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
    Map<LocalDate, Day> taken = known(dates);
    Map<LocalDate, T> outcomes = new TreeMap<>();
    List<Day> after = new ArrayList<>();
    List<LocalDate> again = new ArrayList<>();
    for (LocalDate date : dates) {
      Change<T> change = decision.apply(taken.getOrDefault(date, Day.empty(date)));
      outcomes.put(date, change.outcome());
      change.after().ifPresentOrElse(after::add, () -> again.add(date));
    }
    if (!after.isEmpty() && !replaceAll(after)) {
      after.forEach(day -> again.add(day.date()));
    }
    again.forEach(date -> outcomes.put(date, update(date, decision)));
    return outcomes;
  }

  /// These days as far as they are known; read if none of them is.
  private Map<LocalDate, Day> known(Collection<LocalDate> dates) {
    Map<LocalDate, Day> taken = new TreeMap<>();
    dates.forEach(date -> known.find(date).ifPresent(day -> taken.put(date, day)));
    return taken.size() == dates.size() ? taken : load(dates);
  }

  private static int stripe(LocalDate date) {
    return Math.floorMod(date.toEpochDay(), STRIPES);
  }

  /// Writes the next version of a day; false if somebody else has meanwhile.
  boolean replace(Day after) {
    Document next = DayDocuments.write(id(after.date()), after.next());
    if (after.version() > 0) {
      return learned(after, days.replaceOne(unchanged(after), next).getMatchedCount() == 1);
    }
    try {
      days.insertOne(next);
      return learned(after, true);
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
      boolean all = written.getMatchedCount() + written.getInsertedCount() == after.size();
      after.forEach(day -> learned(day, all));
      return all;
    } catch (MongoBulkWriteException some) {
      if (Store.isOnlyDuplicates(some)) {
        after.forEach(day -> learned(day, false));
        return false;
      }
      throw some;
    }
  }

  /// Takes a hold off these days.
  void release(String hold, Collection<LocalDate> dates) {
    updateAll(
        dates,
        day ->
            day.held(hold).isPresent()
                ? Change.to(day.keeping(held -> !held.hold().equals(hold)), true)
                : Change.none(false));
  }

  /// Keeps what was written, and drops what turned out to be old.
  private boolean learned(Day after, boolean written) {
    if (written) {
      known.learn(after.next());
    } else {
      known.forget(after.date());
    }
    return written;
  }

  private Bson unchanged(Day day) {
    return and(eq(ID, id(day.date())), eq(VERSION, day.version()));
  }

  private String id(LocalDate date) {
    return agency + "/" + date;
  }
}
