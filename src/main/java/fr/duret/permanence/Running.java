package fr.duret.permanence;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the process alive until a signal or the loss of its store ends it.
final class Running {

  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private Running() {}

  /// Waits.
  ///
  /// @return 1 if the store failed; a signal ends the process by itself, after a clean stop
  static int until(Application application) throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    AtomicReference<Throwable> cause = new AtomicReference<>();
    application.onStoreFailure(failure -> {
      cause.set(failure);
      ended.countDown();
    });
    Runtime.getRuntime().addShutdownHook(new Thread(application::close, "stop"));
    ended.await();
    LOG.error("the store has failed; the process ends", cause.get());
    return 1;
  }
}
