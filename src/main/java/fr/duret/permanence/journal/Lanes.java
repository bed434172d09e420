package fr.duret.permanence.journal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of work at a time per key, different keys in parallel, on virtual threads.
///
/// What the work throws is logged; it is done again when somebody wishes it again. Holds no queue:
/// a wish that comes while the key is being worked on makes the work be done once more afterwards.
/// What is to be done is in the store.
///
/// @param <K> the key, usually an address
public final class Lanes<K> {

  private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

  /// So many beginnings are remembered.
  static final int REMEMBERED = 10;

  private final String name;
  private final Consumer<K> work;
  private final Semaphore permits;

  /// The keys being worked on, and whether once more is wished.
  private final Map<K, Boolean> running = new HashMap<>();

  /// When the last ones were begun, in nanoseconds of the machine's clock.
  private final Deque<Long> begun = new ArrayDeque<>();

  private boolean closed;

  /// Lanes for that work.
  ///
  /// @param parallel keys worked on at once
  public Lanes(String name, int parallel, Consumer<K> work) {
    this.name = name;
    this.work = work;
    this.permits = new Semaphore(parallel);
  }

  /// Wishes the work done for that key; returns at once.
  public void wake(K key) {
    if (enter(key)) {
      begin(key, () -> work.accept(key));
    } else {
      onceMore(key);
    }
  }

  /// Takes the lane if it is free, so that the caller may decide something in peace; it must then
  /// call [#begin] or [#leave].
  public synchronized boolean enter(K key) {
    boolean entered = !closed && running.putIfAbsent(key, false) == null;
    if (entered) {
      begun.addLast(System.nanoTime());
      if (begun.size() > REMEMBERED) {
        begun.removeFirst();
      }
    }
    return entered;
  }

  /// Does the first piece of work of an entered lane on a virtual thread.
  public void begin(K key, Runnable first) {
    Thread.ofVirtual().name(name).start(() -> drive(key, first));
  }

  /// Gives an entered lane back; what was wished meanwhile is done.
  public void leave(K key) {
    if (!left(key)) {
      begin(key, () -> work.accept(key));
    }
  }

  /// Whether nothing is being worked on.
  public synchronized boolean quiet() {
    return running.isEmpty();
  }

  /// Whether so much work was begun within that time until now.
  ///
  /// @param many at most [#REMEMBERED]
  synchronized boolean began(int many, Duration within) {
    long since = System.nanoTime() - within.toNanos();
    return begun.stream().filter(at -> at - since > 0).count() >= many;
  }

  /// Begins nothing new and waits until all that runs has ended.
  ///
  /// @return false if that took longer than the time given
  public synchronized boolean close(Duration atMost) {
    closed = true;
    long end = System.nanoTime() + atMost.toNanos();
    try {
      while (!running.isEmpty()) {
        long left = end - System.nanoTime();
        if (left <= 0) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return running.isEmpty();
  }

  private void drive(K key, Runnable first) {
    boolean done = false;
    try {
      permitted(first);
      while (!left(key)) {
        permitted(() -> work.accept(key));
      }
      done = true;
    } finally {
      if (!done) {
        drop(key);
      }
    }
  }

  private void permitted(Runnable piece) {
    permits.acquireUninterruptibly();
    try {
      piece.run();
    } catch (RuntimeException e) {
      LOG.warn("{} failed and will be tried again", name, e);
    } finally {
      permits.release();
    }
  }

  private synchronized void onceMore(K key) {
    running.computeIfPresent(key, (same, before) -> true);
  }

  /// Leaves unless once more is wished.
  private synchronized boolean left(K key) {
    if (!closed && running.replace(key, true, false)) {
      return false;
    }
    drop(key);
    return true;
  }

  private synchronized void drop(K key) {
    running.remove(key);
    notifyAll();
  }
}
