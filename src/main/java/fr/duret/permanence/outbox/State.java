package fr.duret.permanence.outbox;

/// Where a message stands.
///
/// ```
/// owed ──► sending ──► sent
///  │ ▲        │ └────► failed
///  │ │        ▼           ▲
///  │ └──── unknown ───────┘ (or sent)
///  └──► withdrawn, refused, dropped
/// ```
public enum State {
  /// To be sent.
  OWED,
  /// With the transport of one node right now.
  SENDING,
  /// May have left or not; settled before anything else goes to that address.
  UNKNOWN,
  /// The provider has it; see the report for how far it came since.
  SENT,
  /// It cannot be sent, the desk has been told.
  FAILED,
  /// Taken back before it left: a newer message says it better.
  WITHDRAWN,
  /// Not allowed to leave.
  REFUSED,
  /// What it speaks of is no longer so.
  DROPPED
}
