package fr.duret.permanence.booking;

import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Optimiser;
import fr.duret.permanence.technicians.Technicians;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Improves the days that were changed, one at a time, outside every turn. A day that changes while
/// it is being improved keeps its mark, and what was found for it is dropped.
public final class Reoptimiser implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reoptimiser.class);

  private final MongoDays days;
  private final Technicians technicians;
  private final Plans plans;
  private final InstantSource clock;
  private final Reading.Now now;
  private final Optimiser optimiser = new Optimiser();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private final SequencedSet<LocalDate> waiting = new LinkedHashSet<>();
  private boolean busy;
  private boolean closed;
  private @Nullable Thread worker;

  Reoptimiser(
      MongoDays days, Technicians technicians, Plans plans, InstantSource clock, Reading.Now now) {
    this.days = days;
    this.technicians = technicians;
    this.plans = plans;
    this.clock = clock;
    this.now = now;
  }

  /// Begins to work on what waits.
  public void start() {
    worker = Thread.ofPlatform().name("reoptimiser").daemon().start(this::work);
  }

  /// Whether no changed day waits and none is being improved.
  public boolean idle() {
    lock.lock();
    try {
      return waiting.isEmpty() && !busy;
    } finally {
      lock.unlock();
    }
  }

  /// Ends after the day that is being improved.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      something.signalAll();
    } finally {
      lock.unlock();
    }
    Thread running = worker;
    if (running != null) {
      join(running);
    }
  }

  private static void join(Thread running) {
    try {
      running.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  void changed(LocalDate day) {
    lock.lock();
    try {
      waiting.add(day);
      something.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    Optional<LocalDate> next = next();
    while (next.isPresent()) {
      try {
        improve(next.get());
      } catch (RuntimeException failed) {
        // The day keeps its mark in the store and is taken up by its next change or the next start.
        LOG.warn("day {} could not be improved", next.get(), failed);
      }
      next = next();
    }
  }

  private Optional<LocalDate> next() {
    lock.lock();
    try {
      busy = false;
      while (waiting.isEmpty() && !closed) {
        something.awaitUninterruptibly();
      }
      if (closed) {
        return Optional.empty();
      }
      busy = true;
      return Optional.of(waiting.removeFirst());
    } finally {
      lock.unlock();
    }
  }

  /// Improves one day, unless it has begun: then its rounds are being driven.
  void improve(LocalDate date) {
    Day day = days.load(date);
    if (!day.changed() || !date.isAfter(now.local().toLocalDate())) {
      return;
    }
    DayPlan plan = plans.plan(day, technicians.free(date, date), clock.instant(), held -> true);
    Map<String, Entry> entries = new HashMap<>();
    day.entries().forEach(entry -> entries.put(entry.visit(), entry));
    Day better =
        optimiser
            .improve(plan, plans.matrix(), Optimiser.Effort.QUICK)
            .map(found -> day.with(Plans.rounds(found, entries)))
            .orElse(day);
    if (!days.replace(better.marked(false))) {
      changed(date);
    }
  }
}
