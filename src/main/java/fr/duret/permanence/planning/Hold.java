package fr.duret.permanence.planning;

import java.util.List;
import java.util.Optional;

/// What is offered to a person on one day and not yet answered. The windows are alternatives that
/// need not coexist: against others a hold counts once per half-day.
///
/// @param work what was asked for
/// @param windows those offered on that day, in order
/// @param instead the stop that is to be moved by it, on this day or another: where the hold has a
///   window in its half-day, the one gives way to the other
public record Hold(Work work, List<Window> windows, Optional<String> instead) {

  /// Keeps a sorted copy.
  public Hold {
    windows = windows.stream().sorted().toList();
  }

  /// A hold for something new.
  public Hold(Work work, List<Window> windows) {
    this(work, windows, Optional.empty());
  }

  /// The id of its work.
  public String id() {
    return work.id();
  }
}
