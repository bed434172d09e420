package fr.duret.permanence.booking;

import fr.duret.permanence.planning.Optimiser.Effort;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Improves the days that were changed, one at a time, outside every turn: quickly after a change,
/// thoroughly at night. A day that changes while it is being improved keeps its mark, what was
/// found for it is dropped, and it waits again.
public final class Reoptimiser implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Reoptimiser.class);

  /// How long it waits at most for turns that follow one another without a rest. A day takes one
  /// processor for some tenths of a second: more often than once a minute one client in a hundred
  /// would feel it. A day that is booked again and again is improved once, not after each booking.
  private static final long MOST = Duration.ofMinutes(1).toNanos();

  /// How often it looks whether they still are.
  private static final long LOOK = Duration.ofMillis(20).toNanos();

  private final Improving improving;
  private final Runnable before;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition something = lock.newCondition();
  private final SequencedMap<LocalDate, Effort> waiting = new LinkedHashMap<>();
  private boolean busy;
  private volatile boolean closed;
  private @Nullable Thread worker;

  /// @param before what this thread does before each day, because it is nobody's turn
  Reoptimiser(Improving improving, Runnable before) {
    this.improving = improving;
    this.before = before;
  }

  /// Begins to work on what waits.
  ///
  /// @param turns whether turns are under way: then it waits, so that clients do not wait for
  ///   rounds that nobody drives yet
  /// @param nanos the machine's clock
  public void start(BooleanSupplier turns, LongSupplier nanos) {
    worker = Thread.ofPlatform().name("reoptimiser").daemon().start(() -> work(turns, nanos));
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

  /// To be told of a day that was changed.
  void changed(LocalDate day) {
    improve(day, Effort.QUICK);
  }

  /// Lets a day wait for that effort, or for more if it did already.
  void improve(LocalDate day, Effort effort) {
    lock.lock();
    try {
      waiting.merge(day, effort, (one, other) -> one.compareTo(other) > 0 ? one : other);
      something.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void work(BooleanSupplier turns, LongSupplier nanos) {
    while (somethingWaits()) {
      rest(turns, nanos);
      next().ifPresent(this::improve);
    }
  }

  private void improve(Map.Entry<LocalDate, Effort> next) {
    LocalDate day = next.getKey();
    try {
      before.run();
      if (!improving.improve(day, next.getValue())) {
        improve(day, next.getValue());
      }
    } catch (RuntimeException failed) {
      // The day keeps its mark in the store: its next change, the night or the next start.
      LOG.warn("day {} could not be improved", day, failed);
    }
  }

  /// Lets the turns that are under way go first.
  private void rest(BooleanSupplier turns, LongSupplier nanos) {
    long until = nanos.getAsLong() + MOST;
    while (!closed && turns.getAsBoolean() && nanos.getAsLong() < until) {
      LockSupport.parkNanos(LOOK);
    }
  }

  /// Waits for it.
  ///
  /// @return false if this is to end instead
  private boolean somethingWaits() {
    lock.lock();
    try {
      busy = false;
      while (waiting.isEmpty() && !closed) {
        something.awaitUninterruptibly();
      }
      return !closed;
    } finally {
      lock.unlock();
    }
  }

  private Optional<Map.Entry<LocalDate, Effort>> next() {
    lock.lock();
    try {
      busy = !closed;
      return closed ? Optional.empty() : Optional.of(waiting.pollFirstEntry());
    } finally {
      lock.unlock();
    }
  }
}
