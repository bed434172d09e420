package fr.duret.permanence.journal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does something again and again on a virtual thread: at once when woken, else at an interval of
/// the machine's time. The interval is the safety net for what nobody tells us: the business clock
/// that runs on, other nodes' writes, deaths.
public final class Pulse implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

  private final String name;
  private final Duration interval;
  private final Runnable beat;
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean closed;
  private @Nullable Thread thread;

  /// Makes it; nothing happens before [#start()].
  ///
  /// @param beat what to do; what it throws is logged, and it is done again at the next interval
  public Pulse(String name, Duration interval, Runnable beat) {
    this.name = name;
    this.interval = interval;
    this.beat = beat;
  }

  /// Begins with a first beat at once.
  public synchronized void start() {
    thread = Thread.ofVirtual().name(name).start(this::run);
  }

  /// Asks for a beat now; many wishes during one beat make one more.
  public void wake() {
    wakes.release();
  }

  /// Ends after the present beat.
  @Override
  public synchronized void close() {
    closed = true;
    wake();
    if (thread != null) {
      Joining.join(thread);
    }
  }

  private void run() {
    while (!closed) {
      try {
        beat.run();
      } catch (RuntimeException e) {
        LOG.warn("{} failed and will be tried again", name, e);
      }
      pause();
    }
  }

  private void pause() {
    try {
      if (wakes.tryAcquire(interval.toNanos(), TimeUnit.NANOSECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      closed = true;
    }
  }
}
