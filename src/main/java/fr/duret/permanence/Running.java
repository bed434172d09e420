package fr.duret.permanence;

import fr.duret.permanence.store.Reason;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the process alive until a signal ends it, its store fails or others depose it.
final class Running {

  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private Running() {}

  /// Waits.
  ///
  /// @return 1 if it must end; a signal ends the process by itself, after a clean stop
  static int until(Application application) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Throwable> cause = new AtomicReference<>();
    application.onFailure(failure -> {
      cause.set(failure);
      ended.countDown();
    });
    Runtime.getRuntime().addShutdownHook(new Thread(application::close, "stop"));
    ended.await();
    LOG.error("the process ends: {}", Reason.of(cause.get()), cause.get());
    return 1;
  }
}
