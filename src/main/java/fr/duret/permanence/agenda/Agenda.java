package fr.duret.permanence.agenda;

import fr.duret.permanence.agenda.MongoTimers.State;
import fr.duret.permanence.agenda.MongoTimers.Stored;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Pulse;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The durable timers: planned under a key, fired once their time has come on the business clock.
///
/// Of several nodes one claims a due timer by compare-and-set, fires it and marks it fired; what a
/// dead node had claimed is fired again by another.
public final class Agenda implements Work {

  private static final Logger LOG = LoggerFactory.getLogger(Agenda.class);

  /// How late a timer may be at most when nothing wakes us.
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Duration STOP = Duration.ofSeconds(20);

  /// How it behaves.
  ///
  /// @param parallel timers fired at once in this process; thousands due at once queue behind
  /// @param failures after so many failures a timer is set aside
  /// @param pause before the second attempt, doubled for each further one (business time)
  public record Settings(int parallel, int failures, Duration pause) {

    /// 16 at once; given up after 8 failures in about two hours.
    public static final Settings DEFAULT = new Settings(16, 8, Duration.ofMinutes(1));
  }

  private final MongoTimers timers;
  private final Nodes nodes;
  private final InstantSource clock;
  private final Firing firing;
  private final Pulse pulse = new Pulse("agenda", INTERVAL, this::sweep);

  /// Opens the agenda; nothing fires before [#start()].
  public Agenda(Store store, Nodes nodes, InstantSource clock, Stuck stuck, Settings settings) {
    this.timers = new MongoTimers(store);
    this.nodes = nodes;
    this.clock = clock;
    this.firing = new Firing(timers, nodes, clock, stuck, settings, pulse::wake);
  }

  /// Says who does the timers of a kind; for all kinds, before [#start()].
  public void on(String kind, TimerHandler handler) {
    firing.on(kind, handler);
  }

  /// Makes sure that the timer will fire at its due time, once. Planned before with the same due
  /// time and data, fired or not: nothing happens. Else it is moved, or if it has fired or was
  /// cancelled, armed anew. On disk when it returns.
  public void plan(Timer timer) {
    if (!timers.inserted(timer)) {
      replan(timer);
    }
    if (!timer.due().isAfter(clock.instant())) {
      pulse.wake();
    }
  }

  /// Makes sure that the timer will not fire; one that is firing right now may still end.
  public void cancel(String key) {
    Optional<Stored> known = armed(key);
    while (known.isPresent() && !timers.close(known.get(), State.CANCELLED)) {
      known = armed(key);
    }
  }

  /// The timer, if it is still to fire.
  public Optional<Timer> planned(String key) {
    return armed(key).map(Stored::timer);
  }

  /// Forgets timers that fired or were cancelled and were due before that time; planned again, they
  /// would fire again.
  ///
  /// @param most at most so many
  /// @return how many were forgotten
  public long forget(Instant before, int most) {
    return timers.forget(before, most);
  }

  @Override
  public void start() {
    pulse.start();
  }

  @Override
  public void wake() {
    pulse.wake();
  }

  @Override
  public boolean idle() {
    // What is due may be claimed, and what was claimed be due again, between two looks.
    return !timers.owners().any()
        && timers.due(clock.instant(), 1).isEmpty()
        && !timers.owners().any()
        && firing.quiet();
  }

  @Override
  public Optional<Instant> nextDue() {
    return timers.next();
  }

  @Override
  public void close() {
    pulse.close();
    if (!firing.close(STOP)) {
      LOG.warn("some timers still fire and are left to be taken over");
    }
  }

  /// Fires what is due, as many as may fire at once; each that ends asks for the next.
  void sweep() {
    if (!nodes.working()) {
      return;
    }
    Instant now = clock.instant();
    timers.owners().gone(nodes).forEach(node -> timers.adopt(node, now));
    firing.releaseLost();
    timers.due(now, firing.page()).forEach(firing::begin);
  }

  private void replan(Timer timer) {
    Stored known = timers.find(timer.key()).orElseThrow();
    while (!planned(known, timer) && !timers.rearm(known, timer)) {
      known = timers.find(timer.key()).orElseThrow();
    }
  }

  private static boolean planned(Stored known, Timer timer) {
    return known.state() != State.CANCELLED && known.timer().equals(timer);
  }

  private Optional<Stored> armed(String key) {
    return timers.find(key).filter(known -> known.state() == State.ARMED);
  }
}
