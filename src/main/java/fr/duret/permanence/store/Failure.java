package fr.duret.permanence.store;

import com.mongodb.MongoException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
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

  /// Does something; where the driver could not do it because of this failure, that is told instead
  /// of what the driver says.
  ///
  /// @throws StoreGoneException with the reason
  <T> T explaining(Supplier<T> work) {
    try {
      return work.get();
    } catch (MongoException e) {
      throw known()
          .<RuntimeException>map(why -> new StoreGoneException("the store failed", why))
          .orElse(e);
    }
  }

  boolean isKnown() {
    return known().isPresent();
  }

  private synchronized Optional<Throwable> known() {
    return Optional.ofNullable(cause);
  }
}
