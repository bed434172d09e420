package fr.duret.permanence.journal;

/// Who is told of a message that cannot be handled. The root joins it to the desk: a person must
/// look at it.
@FunctionalInterface
public interface Poison {

  /// The entry failed too often and is set aside. Called before it is so marked, hence perhaps
  /// twice: the entry's id is the key.
  ///
  /// @param reason what the last failure was, without anything private
  void setAside(Entry entry, String reason);
}
