package fr.duret.permanence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What has been opened one after the other, to be closed in the opposite order: at the end, or as
/// soon as a later step of the opening fails.
final class Opened implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Opened.class);

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private Opened() {}

  /// Opens something in steps, each [#add]ed; if one of them fails, what was added is closed.
  static <T> T whole(Function<Opened, T> steps) {
    Opened opened = new Opened();
    boolean done = false;
    try {
      T whole = steps.apply(opened);
      done = true;
      return whole;
    } finally {
      if (!done) {
        opened.close();
      }
    }
  }

  /// Remembers to close that part before all that were added earlier.
  <T extends AutoCloseable> T add(T part) {
    parts.push(part);
    return part;
  }

  /// Closes every part, even if another one cannot be closed: a store that has failed must not keep
  /// the ports open.
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      close(parts.pop());
    }
  }

  private static void close(AutoCloseable part) {
    try {
      part.close();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      LOG.warn("{} could not be closed cleanly", part.getClass().getSimpleName(), failed);
    }
  }
}
