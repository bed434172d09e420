package fr.duret.permanence.conversation;

/// Gives the causes of a turn's effects, and keeps what is to follow.
interface Causes {

  /// The next one; the turn's claim is durable when the first is given.
  String next();

  /// Something to be done once the turn has happened.
  void afterwards(Errand errand);
}
