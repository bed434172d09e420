package fr.duret.permanence.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// That the store has failed for good: told once to everybody who listens, whenever he began to.
final class Failure {

  private final List<Consumer<Throwable>> listeners = new ArrayList<>();
  private @Nullable Throwable cause;

  void listen(Consumer<Throwable> listener) {
    Throwable known;
    synchronized (this) {
      known = cause;
      if (known == null) {
        listeners.add(listener);
      }
    }
    if (known != null) {
      listener.accept(known);
    }
  }

  /// Only the first cause is told.
  void happened(Throwable what) {
    List<Consumer<Throwable>> told;
    synchronized (this) {
      if (cause != null) {
        return;
      }
      cause = what;
      told = List.copyOf(listeners);
    }
    told.forEach(listener -> listener.accept(what));
  }

  synchronized boolean isKnown() {
    return cause != null;
  }
}
