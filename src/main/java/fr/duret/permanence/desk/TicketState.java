package fr.duret.permanence.desk;

/// Where a ticket stands.
public enum TicketState {
  /// Nobody has it.
  OPEN,
  /// Somebody has it.
  TAKEN,
  /// Nothing remains to be done.
  DONE
}
