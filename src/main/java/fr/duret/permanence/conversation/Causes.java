package fr.duret.permanence.conversation;

/// Gives the causes of a turn's effects, keeps what is to follow, and remembers between effects
/// what was read.
interface Causes extends Memory {

  /// The next one; the turn's claim is durable when the first is given.
  String next();

  /// Something to be done once the turn has happened.
  void afterwards(Errand errand);
}
