package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/// Runs write commands so that each returns only once it is on disk; concurrent ones share a commit
/// and an fsync.
///
/// A commit that fails ends the store: what was acknowledged is in the file, what was not is
/// unknown, and only a new start reads the file's true state.
final class GroupCommit {

  private static final int COMMITS_BETWEEN_REWRITES = 16;
  private static final int FILL_PERCENT = 60;
  private static final int BYTES_PER_REWRITE = 1 << 20;
  private static final long SMALL_FILE = 16 << 20;

  /// Not one of the codes at which the driver waits for another server and tries again.
  private static final int OPERATION_FAILED = 96;

  private final MVStore store;

  /// Shared by running commands, exclusive for a commit, which so never saves half a command.
  private final ReentrantReadWriteLock commands = new ReentrantReadWriteLock();

  private final ReentrantLock disk = new ReentrantLock();
  private final AtomicLong finished = new AtomicLong();
  private final List<Consumer<Throwable>> listeners = new ArrayList<>();
  private volatile @Nullable Throwable failure;
  private volatile boolean closed;
  private long durable;
  private long commits;

  GroupCommit(MVStore store) {
    this.store = store;
  }

  /// Runs a command that writes; on disk when it returns.
  <T> T durably(Supplier<T> command) {
    T result;
    commands.readLock().lock();
    try {
      result = reading(command);
    } finally {
      commands.readLock().unlock();
    }
    awaitDurable(finished.incrementAndGet());
    return result;
  }

  /// Runs a command that only reads.
  <T> T reading(Supplier<T> command) {
    checkAlive();
    try {
      return command.get();
    } catch (MVStoreException e) {
      fail(e);
      throw gone();
    }
  }

  boolean alive() {
    return failure == null && !closed;
  }

  private void checkAlive() {
    if (!alive()) {
      throw gone();
    }
  }

  private static MongoServerError gone() {
    return new MongoServerError(OPERATION_FAILED, "OperationFailed", "the embedded store is gone");
  }

  void onFailure(Consumer<Throwable> listener) {
    Throwable known;
    synchronized (listeners) {
      known = failure;
      if (known == null) {
        listeners.add(listener);
      }
    }
    if (known != null) {
      listener.accept(known);
    }
  }

  /// Lets running commands end and takes no more; what they wrote is on disk at return.
  void close() {
    disk.lock();
    try {
      commands.writeLock().lock();
      try {
        saveLast();
        closed = true;
      } finally {
        commands.writeLock().unlock();
      }
    } finally {
      disk.unlock();
    }
  }

  private void saveLast() {
    if (alive()) {
      try {
        save();
      } catch (MVStoreException e) {
        fail(e);
      }
    }
  }

  /// The first writer to get the disk saves for all that finished before; the others then find
  /// nothing left to do.
  private void awaitDurable(long ticket) {
    disk.lock();
    try {
      if (durable < ticket) {
        save();
      }
    } catch (MVStoreException e) {
      fail(e);
      throw gone();
    } finally {
      disk.unlock();
    }
  }

  private void save() {
    long covered;
    commands.writeLock().lock();
    try {
      covered = finished.get();
      store.commit();
    } finally {
      commands.writeLock().unlock();
    }
    store.sync();
    durable = covered;
    if (++commits % COMMITS_BETWEEN_REWRITES == 0 && store.getFileStore().size() > SMALL_FILE) {
      store.compact(FILL_PERCENT, BYTES_PER_REWRITE); // live pages of sparse chunks move
    }
  }

  private void fail(Throwable cause) {
    List<Consumer<Throwable>> told;
    synchronized (listeners) {
      if (failure != null) {
        return;
      }
      failure = cause;
      told = List.copyOf(listeners);
    }
    told.forEach(listener -> listener.accept(cause));
  }
}
