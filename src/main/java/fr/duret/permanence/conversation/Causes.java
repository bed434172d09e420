package fr.duret.permanence.conversation;

/// Gives the causes of a turn's effects.
@FunctionalInterface
interface Causes {

  /// The next one; the turn's claim is durable when the first is given.
  String next();
}
