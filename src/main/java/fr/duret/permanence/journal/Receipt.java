package fr.duret.permanence.journal;

/// What became of a message given to [Journal#receive]: either way it is on disk.
public sealed interface Receipt {

  /// The id that joins everything that follows from the message, in logs and in the outbox; it
  /// tells nothing about the sender.
  String trace();

  /// Seen for the first time: it will be handled.
  record New(String trace) implements Receipt {}

  /// Received before under the same id: nothing more happens, the provider is answered as then.
  record Repeated(String trace) implements Receipt {}
}
