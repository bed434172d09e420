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

  /// How many times as long as a day took it rests while turns are under way: a twentieth of one
  /// processor is then the most it takes.
  private static final long RESTS = 19;

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
  /// @param turns whether turns are under way: then it takes a part of one processor only, so that
  ///   clients do not wait for rounds that nobody drives yet
  /// @param nanos the machine's clock, which tells how long a day took
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
    Optional<Map.Entry<LocalDate, Effort>> next = next();
    while (next.isPresent()) {
      LocalDate day = next.get().getKey();
      long begun = nanos.getAsLong();
      try {
        before.run();
        if (!improving.improve(day, next.get().getValue())) {
          improve(day, next.get().getValue());
        }
      } catch (RuntimeException failed) {
        // The day keeps its mark in the store: its next change, the night or the next start.
        LOG.warn("day {} could not be improved", day, failed);
      }
      rest(turns, nanos, RESTS * (nanos.getAsLong() - begun));
      next = next();
    }
  }

  /// Lets the turns that are under way go first, for so many nanoseconds at most.
  private void rest(BooleanSupplier turns, LongSupplier nanos, long most) {
    long until = nanos.getAsLong() + most;
    while (!closed && turns.getAsBoolean() && nanos.getAsLong() < until) {
      LockSupport.parkNanos(LOOK);
    }
  }

  private Optional<Map.Entry<LocalDate, Effort>> next() {
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
      return Optional.of(waiting.pollFirstEntry());
    } finally {
      lock.unlock();
    }
  }
}
