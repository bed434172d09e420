package fr.duret.permanence.emergency;

/// How an alert stands, for the client who writes again.
public sealed interface Standing {

  /// Nobody has answered yet, somebody is being told.
  record Waiting() implements Standing {}

  /// Somebody has taken it.
  ///
  /// @param name his first name
  record Taken(String name) implements Standing {}

  /// All have been told again and again, nobody has answered.
  record Unanswered() implements Standing {}
}
