package fr.duret.permanence.desk;

/// Why a ticket was opened; delays and priorities go by it ([Sla]).
public enum TicketKind {
  /// Danger: somebody must answer now.
  EMERGENCY,
  /// The client wants to speak to a person.
  PERSON_WANTED,
  /// A request that the assistant does not serve by itself.
  REQUEST,
  /// The assistant did not understand three times.
  NOT_UNDERSTOOD,
  /// Nothing is free for somebody who wants a visit.
  NO_SLOT,
  /// Somebody outside the area we serve.
  OUT_OF_AREA,
  /// A message in another language.
  LANGUAGE,
  /// A message of ours did not arrive, or was not allowed to leave.
  UNDELIVERED,
  /// Automatic answers were stopped: too many to one address.
  LOOP,
  /// Visits promised that cannot be kept as things stand: somebody is absent.
  PROMISE_AT_RISK,
  /// Something in the service itself needs a person.
  TECHNICAL
}
