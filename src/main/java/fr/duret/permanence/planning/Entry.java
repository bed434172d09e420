package fr.duret.permanence.planning;

import org.jspecify.annotations.Nullable;

/// A stop or blocked time, as a round sees it.
///
/// @param stop the visit; null for blocked time
/// @param site where
/// @param service seconds on the spot
/// @param open earliest start
/// @param close latest start
record Entry(@Nullable Stop stop, int site, int service, int open, int close) {

  /// A visit in one half-day.
  static Entry of(Stop stop, Window half) {
    int service = stop.work().service();
    return new Entry(
        stop,
        stop.work().site(),
        service,
        Math.max(stop.window().begin(), half.begin()),
        Math.min(stop.window().end(), half.end() - service));
  }

  /// A visit of a technician who does not work then: it can never begin.
  static Entry outside(Stop stop) {
    return new Entry(stop, stop.work().site(), stop.work().service(), stop.window().begin(), -1);
  }

  /// Time that is taken; without a place it is spent at home.
  static Entry of(Crew.Blocked blocked, Crew crew) {
    Window span = blocked.span();
    int site = blocked.site().orElse(crew.start());
    return new Entry(null, site, span.length(), span.begin(), span.begin());
  }

  boolean blocked() {
    return stop == null;
  }
}
