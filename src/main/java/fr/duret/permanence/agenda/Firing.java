package fr.duret.permanence.agenda;

import fr.duret.permanence.agenda.MongoTimers.State;
import fr.duret.permanence.agenda.MongoTimers.Stored;
import fr.duret.permanence.journal.Lanes;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Trace;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// The timers that this process is firing.
final class Firing {

  private static final Logger LOG = LoggerFactory.getLogger(Firing.class);

  private final MongoTimers timers;
  private final Nodes nodes;
  private final InstantSource clock;
  private final Stuck stuck;
  private final Agenda.Settings settings;
  private final Runnable ended;
  private final Map<String, TimerHandler> handlers = new ConcurrentHashMap<>();
  private final Set<String> now = ConcurrentHashMap.newKeySet();
  private final Lanes<String> lanes;

  /// @param ended told after each timer that there is room for another
  Firing(
      MongoTimers timers,
      Nodes nodes,
      InstantSource clock,
      Stuck stuck,
      Agenda.Settings settings,
      Runnable ended) {
    this.timers = timers;
    this.nodes = nodes;
    this.clock = clock;
    this.stuck = stuck;
    this.settings = settings;
    this.ended = ended;
    this.lanes = new Lanes<>("timer", settings.parallel(), key -> {});
  }

  void on(String kind, TimerHandler handler) {
    handlers.put(kind, handler);
  }

  boolean quiet() {
    return now.isEmpty();
  }

  boolean close(Duration atMost) {
    return lanes.close(atMost);
  }

  /// How many due timers to read: those that this process already has may be among them.
  int page() {
    return settings.parallel() + now.size();
  }

  /// Fires it on a virtual thread if there is room and no other node has it.
  void begin(Stored due) {
    String key = due.timer().key();
    if (now.size() < settings.parallel() && lanes.enter(key)) {
      now.add(key);
      lanes.begin(key, () -> claimAndFire(due));
    }
  }

  /// What this process claimed but does not fire any more (the mark could not be written) is due.
  void releaseLost() {
    for (Stored mine : timers.owned(nodes.self(), page())) {
      if (!now.contains(mine.timer().key())) {
        timers.release(mine, clock.instant(), 0);
      }
    }
  }

  private void claimAndFire(Stored due) {
    try (var _ = MDC.putCloseable("trace", Trace.of(due.timer().key()))) {
      if (timers.claim(due, nodes.self())) {
        fire(new Stored(due.timer(), due.state(), due.version() + 1, due.failures()));
      }
    } finally {
      now.remove(due.timer().key());
      ended.run();
    }
  }

  private void fire(Stored claimed) {
    try {
      handler(claimed.timer().kind()).fire(claimed.timer());
    } catch (RuntimeException e) {
      LOG.warn("a timer of kind {} failed", claimed.timer().kind(), e);
      failed(claimed, e.getClass().getSimpleName());
      return;
    }
    timers.close(claimed, State.FIRED);
  }

  private TimerHandler handler(String kind) {
    TimerHandler known = handlers.get(kind);
    if (known == null) {
      throw new IllegalStateException("nobody does timers of kind " + kind);
    }
    return known;
  }

  private void failed(Stored claimed, String reason) {
    if (claimed.failures() + 1 >= settings.failures()) {
      stuck.setAside(claimed.timer(), reason);
      timers.close(claimed, State.STUCK);
    } else {
      Duration pause = settings.pause().multipliedBy(1L << claimed.failures());
      timers.release(claimed, clock.instant().plus(pause), 1);
    }
  }
}
