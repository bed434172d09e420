package fr.duret.permanence.channel.simulator;

import fr.duret.permanence.journal.Work;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/// Moves the business clock from due time to due time and finishes each, so that everything happens
/// at its own time, however far it is moved at once.
public final class TimeTravel {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
  private static final Duration FOR_EVER = Duration.ofDays(1);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

  private final SettableClock clock;
  private final Map<String, Work> works;
  private final LongSupplier nanos;

  /// Moves that clock.
  ///
  /// @param works all that works by itself, by a name that is told when it is waited for in vain
  /// @param nanos the machine's monotonic clock
  public TimeTravel(SettableClock clock, Map<String, Work> works, LongSupplier nanos) {
    this.clock = clock;
    this.works = Map.copyOf(works);
    this.nanos = nanos;
  }

  /// The business time.
  public Instant now() {
    return clock.instant();
  }

  /// Moves the clock forward. If what is due at some time is not done within thirty seconds of real
  /// time, the clock stays there: going on would give everything that follows a false time.
  ///
  /// @return what is still being waited for; empty when all is done and the time is reached
  /// @throws IllegalArgumentException if the time has passed
  public List<String> advanceTo(Instant time) {
    return advanceTo(time, FOR_EVER);
  }

  /// The same, but the whole way takes so much real time at most; then the clock stays where it has
  /// come to, and `clock` is what is waited for.
  public synchronized List<String> advanceTo(Instant time, Duration patience) {
    if (time.isBefore(clock.instant())) {
      throw new IllegalArgumentException("the clock does not go back");
    }
    long end = nanos.getAsLong() + patience.toNanos();
    List<String> waiting = settle();
    Optional<Instant> next = nextDue();
    while (waiting.isEmpty() && next.isPresent() && !next.get().isAfter(time)) {
      if (nanos.getAsLong() - end > 0) {
        return List.of("clock");
      }
      set(next.get());
      waiting = settle();
      next = nextDue();
    }
    if (!waiting.isEmpty()) {
      return waiting;
    }
    set(time);
    return settle();
  }

  /// Waits until nothing is left to do at the clock's present time, thirty seconds at most.
  ///
  /// @return what is still being waited for; empty when all is done
  public List<String> settle() {
    long end = nanos.getAsLong() + LONGEST_WAIT.toNanos();
    int quiet = 0;
    List<String> waiting = List.of();
    // Work passes from one to the other, so that one quiet look proves nothing.
    while (quiet < 2 && nanos.getAsLong() < end) {
      waiting = busy();
      quiet = waiting.isEmpty() ? quiet + 1 : 0;
      if (quiet < 2) {
        LockSupport.parkNanos(LOOK_AGAIN.toNanos());
      }
    }
    return waiting;
  }

  private List<String> busy() {
    List<String> busy = new ArrayList<>();
    works.forEach((name, work) -> {
      if (!work.idle()) {
        busy.add(name);
      }
    });
    return busy;
  }

  private void set(Instant time) {
    clock.advanceTo(time);
    works.values().forEach(Work::wake);
  }

  private Optional<Instant> nextDue() {
    Instant now = clock.instant();
    return works.values().stream()
        .flatMap(work -> work.nextDue().stream())
        .filter(due -> due.isAfter(now))
        .min(Instant::compareTo);
  }
}
