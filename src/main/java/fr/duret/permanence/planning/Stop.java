package fr.duret.permanence.planning;

import java.util.Optional;

/// Work with a promise: the technician arrives inside the window and ends before the half-day does.
///
/// @param work what and where
/// @param window what the client was promised
/// @param pinned the technician whom the client was told in the reminder; empty until then, when
///   anybody with the skill may come
public record Stop(Work work, Window window, Optional<String> pinned) {

  /// A stop that any technician with the skill may take.
  public static Stop of(Work work, Window window) {
    return new Stop(work, window, Optional.empty());
  }

  /// The id of its work.
  public String id() {
    return work.id();
  }

  /// The same stop, kept by one technician.
  public Stop pinnedTo(String technician) {
    return new Stop(work, window, Optional.of(technician));
  }
}
