package fr.duret.permanence.journal;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import fr.duret.permanence.store.CommandGuard;
import fr.duret.permanence.store.Store;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/// A store that ends "the process" before or after its n-th write: the thread that writes gets a
/// [Crash], and so does every other that touches the store until [#restart].
public final class CrashingStore implements AutoCloseable, CommandListener {

  /// Where the process ends.
  public enum When {
    /// The write does not reach the store.
    BEFORE,
    /// The write is on disk, its answer is lost.
    AFTER
  }

  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");
  private static final int NEVER = Integer.MAX_VALUE;

  private final CommandGuard guard = new CommandGuard();
  private final Store store;
  private final AtomicInteger left = new AtomicInteger(NEVER);
  private volatile When when = When.BEFORE;
  private volatile boolean crashed;

  /// Opens an embedded store there.
  public CrashingStore(Path directory) {
    store =
        Store.open(
            "embedded:" + directory, settings -> guard.install(settings).addCommandListener(this));
  }

  /// The store.
  public Store store() {
    return store;
  }

  /// Arms it.
  ///
  /// @param writes so many writes succeed before
  public void crash(When moment, int writes) {
    when = moment;
    left.set(writes);
  }

  /// Waits until it has happened or the condition holds.
  ///
  /// @return whether it has happened
  public boolean crashedBefore(BooleanSupplier condition) {
    Eventually.until(() -> crashed || holds(condition));
    return crashed;
  }

  private static boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (Crash asked) {
      return false;
    }
  }

  /// A new process may use the store.
  public void restart() {
    left.set(NEVER);
    crashed = false;
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    if (crashed || (when == When.BEFORE && isFatal(event.getCommandName()))) {
      crashed = true;
      throw new Crash();
    }
  }

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    if (crashed || (when == When.AFTER && isFatal(event.getCommandName()))) {
      crashed = true;
      throw new Crash();
    }
  }

  @Override
  public void close() {
    restart();
    store.close();
    guard.failIfAnythingWasRefused();
  }

  private boolean isFatal(String command) {
    return left.get() != NEVER && WRITES.contains(command) && left.getAndDecrement() == 0;
  }
}
