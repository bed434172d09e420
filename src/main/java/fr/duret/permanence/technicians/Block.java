package fr.duret.permanence.technicians;

import java.time.LocalDateTime;

/// What keeps a technician from making visits for a while.
///
/// @param id derived from its cause, so that saying it twice is saying it once
/// @param technician his id
/// @param kind why
/// @param from its beginning, local
/// @param to its end, local, excluded
/// @param label what for, for the office
public record Block(
    String id, String technician, Kind kind, LocalDateTime from, LocalDateTime to, String label) {

  /// Why a technician is blocked.
  public enum Kind {
    /// Holiday, illness, training.
    ABSENCE,
    /// A job (chantier), usually whole half-days.
    JOB
  }
}
