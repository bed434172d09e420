package fr.duret.permanence.conversation;

import java.util.function.Supplier;

/// What a turn has read: each thing once, and again only after the turn's next effect.
public interface Memory {

  /// What that name stands for.
  ///
  /// @param name says what is read, and of whom; one thing has one name everywhere
  /// @param reader reads it unless it is remembered; never null
  <T> T once(String name, Supplier<T> reader);

  /// The same for what a turn's effects do not change unless they say so by [#forget]: people on
  /// file. It is read once a turn.
  <T> T always(String name, Supplier<T> reader);

  /// To be called by whoever writes without a cause of its own, or changes a person on file: what
  /// was read may be so no more.
  void forget();
}
