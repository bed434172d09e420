package fr.duret.permanence.agenda;

/// Who is told of a timer that cannot be done. The root joins it to the desk.
@FunctionalInterface
public interface Stuck {

  /// The timer failed too often and is set aside. Called before it is so marked, hence perhaps
  /// twice: the timer's key and due time tell it apart.
  ///
  /// @param reason what the last failure was, without anything private
  void setAside(Timer timer, String reason);
}
