package fr.duret.permanence.channel.sms;

import java.util.concurrent.atomic.AtomicBoolean;

/// Notices the end of a time in which something did not work, because messages may have been missed
/// in it.
final class Outage {

  private final AtomicBoolean failing = new AtomicBoolean();
  private volatile Runnable listener = () -> {};

  void onEnd(Runnable action) {
    listener = action;
  }

  void failed() {
    failing.set(true);
  }

  void worked() {
    if (failing.compareAndSet(true, false)) {
      listener.run();
    }
  }
}
