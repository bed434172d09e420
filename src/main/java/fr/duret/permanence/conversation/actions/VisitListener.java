package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Visit;

/// Told of every visit that a dialogue has booked, moved or cancelled; repeated after a crash.
@FunctionalInterface
public interface VisitListener {

  /// The visit as it is now; must bear being told twice.
  void changed(Visit visit);
}
