package fr.duret.permanence.conversation.actions;

/// Told of every visit that a dialogue has booked, moved or cancelled; repeated after a crash.
@FunctionalInterface
public interface VisitListener {

  /// What was done; must bear being told twice.
  void changed(VisitChange change);
}
