package fr.duret.permanence.planning;

import java.util.List;

/// What is offered to a person on one day and not yet answered. The windows are alternatives that
/// need not coexist: against others a hold counts once per half-day.
///
/// @param work what was asked for
/// @param windows those offered on that day, in order
public record Hold(Work work, List<Window> windows) {

  /// Keeps a sorted copy.
  public Hold {
    windows = windows.stream().sorted().toList();
  }

  /// The id of its work.
  public String id() {
    return work.id();
  }
}
