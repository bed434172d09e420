package fr.duret.permanence.booking;

import fr.duret.permanence.booking.MongoDays.Change;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Insertion;
import fr.duret.permanence.planning.Insertions;
import fr.duret.permanence.planning.Work;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Puts visits into days: the only place where a window is promised.
final class Promises {

  private final Parts parts;

  Promises(Parts parts) {
    this.parts = parts;
  }

  /// What is to be put where.
  ///
  /// @param hold the hold that the slot comes from; it is given up with the promise
  record Wanted(String visit, String cause, String person, Task task, Slot slot, String hold) {

    Entry entry(boolean afterLapse) {
      return new Entry(visit, cause, person, task, slot.hours(), false, afterLapse);
    }
  }

  /// A visit in its day.
  record Placed(Entry entry, Slot slot, String technician) {}

  /// Promises the slot if every promise of that day can still be kept, in one compare-and-set; a
  /// visit that is in that day already is moved inside it.
  ///
  /// @return empty if the slot is not free
  Optional<Placed> place(Wanted wanted) {
    if (parts.hasBegun(wanted.slot()) || !isOffered(wanted)) {
      return alreadyPlaced(wanted);
    }
    Optional<Placed> placed = parts.days().update(wanted.slot().day(), day -> place(wanted, day));
    placed.ifPresent(done -> parts.marks().changed(wanted.slot().day()));
    return placed;
  }

  private Optional<Placed> alreadyPlaced(Wanted wanted) {
    return placed(parts.days().load(wanted.slot().day()), wanted);
  }

  private boolean isOffered(Wanted wanted) {
    return parts
        .company()
        .service(wanted.task().service())
        .filter(service -> service.windows().contains(wanted.slot().hours()))
        .isPresent();
  }

  private static Optional<Placed> placed(Day day, Wanted wanted) {
    return day.entry(wanted.visit())
        .filter(entry -> entry.cause().equals(wanted.cause()))
        .map(entry ->
            new Placed(entry, wanted.slot(), day.technicianOf(wanted.visit()).orElseThrow()));
  }

  private Change<Optional<Placed>> place(Wanted wanted, Day day) {
    Optional<Placed> before = placed(day, wanted);
    if (before.isPresent()) {
      return Change.none(before);
    }
    Instant now = parts.clock().instant();
    boolean live = day.held(wanted.hold()).filter(held -> held.isLiveAt(now)).isPresent();
    Day base =
        day.without(wanted.visit())
            .keeping(held -> held.isLiveAt(now) && !held.hold().equals(wanted.hold()));
    return insert(base, wanted, live, now)
        .map(insertion -> {
          Entry entry = wanted.entry(!live);
          Day after = with(base, entry, insertion.plan());
          String technician = insertion.offer().technician();
          return Change.to(after, Optional.of(new Placed(entry, wanted.slot(), technician)));
        })
        .orElseGet(() -> Change.none(Optional.empty()));
  }

  /// What is held for this person was counted against the others' holds already; after its lapse
  /// theirs come first.
  private Optional<Insertion> insert(Day base, Wanted wanted, boolean live, Instant now) {
    var free = parts.technicians().free(base.date(), base.date());
    Plans plans = parts.plans();
    DayPlan plan = plans.plan(base, free, now, held -> !live);
    Work work = plans.work(wanted.visit(), wanted.task());
    Hours window = wanted.slot().hours();
    return Insertions.cheapest(plan, plans.matrix(), work, Plans.window(window));
  }

  private static Day with(Day base, Entry added, DayPlan plan) {
    Map<String, Entry> entries = new HashMap<>();
    base.entries().forEach(entry -> entries.put(entry.visit(), entry));
    entries.put(added.visit(), added);
    return base.with(Plans.rounds(plan, entries)).marked();
  }

  /// Takes a visit out of a day, if it is there and the condition holds.
  void remove(String visit, java.time.LocalDate date, Function<Entry, Boolean> condition) {
    boolean removed =
        parts
            .days()
            .update(
                date,
                day ->
                    day.entry(visit).filter(condition::apply).isPresent()
                        ? Change.to(day.without(visit).marked(), true)
                        : Change.none(false));
    if (removed) {
      parts.marks().changed(date);
    }
  }
}
