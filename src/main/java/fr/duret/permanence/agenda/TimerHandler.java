package fr.duret.permanence.agenda;

/// Does what timers of one kind stand for.
@FunctionalInterface
public interface TimerHandler {

  /// Does it. Called on a virtual thread at or after the timer's due time, at least once: after a
  /// crash it is called again for the same timer, so it must be idempotent. It may plan the same
  /// key anew (a timer that repeats). What it throws is logged; it is called again later.
  void fire(Timer timer);
}
