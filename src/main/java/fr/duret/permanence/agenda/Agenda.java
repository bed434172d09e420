package fr.duret.permanence.agenda;

import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// The durable timers.
public final class Agenda implements Work {

  /// How it behaves.
  ///
  /// @param parallel timers fired at once in this process; thousands due at once queue behind
  /// @param failures after so many failures a timer is set aside
  /// @param pause before the second attempt, doubled for each further one (business time)
  public record Settings(int parallel, int failures, Duration pause) {

    /// 16 at once; given up after 8 failures in about two hours.
    public static final Settings DEFAULT = new Settings(16, 8, Duration.ofMinutes(1));
  }

  /// Opens the agenda; nothing fires before [#start()].
  public Agenda(Store store, Nodes nodes, InstantSource clock, Stuck stuck, Settings settings) {
    throw new UnsupportedOperationException();
  }

  /// Says who does the timers of a kind; for all kinds, before [#start()].
  public void on(String kind, TimerHandler handler) {
    throw new UnsupportedOperationException();
  }

  /// Makes sure that the timer will fire at its due time, once. Planned before with the same due
  /// time, fired or not: nothing happens. With another: moved, or if it has fired, armed anew.
  /// After [#cancel]: armed anew. On disk when it returns.
  public void plan(Timer timer) {
    throw new UnsupportedOperationException();
  }

  /// Makes sure that the timer will not fire; one that is firing right now may still end.
  public void cancel(String key) {
    throw new UnsupportedOperationException();
  }

  /// The timer, if it is still to fire.
  public Optional<Timer> planned(String key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void start() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void wake() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean idle() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Instant> nextDue() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
