package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Level;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// The state of a dialogue between two turns. Mutable; belongs to one turn at a time, and only the
/// turn that commits it makes it true.
final class Dialogue {

  /// Matters put aside and not forgotten; older ones are.
  private static final int MOST_SUSPENDED = 3;

  /// A matter interrupted by another.
  ///
  /// @param resume whether it is taken up again as soon as the other is closed
  record Suspended(Subject subject, boolean resume) {}

  /// The version of the flows it began with; empty before its first turn.
  String flows = "";

  Optional<String> person = Optional.empty();
  Level level = Level.UNKNOWN;

  /// Whether the notice that a machine answers has been given.
  boolean greeted;

  Subject subject = new Subject("");

  /// The most recent first.
  final Deque<Suspended> suspended = new ArrayDeque<>();

  /// The templates of the last answer, to be said again on demand.
  List<String> last = new ArrayList<>();

  void suspend(boolean resume) {
    suspended.push(new Suspended(subject, resume));
    while (suspended.size() > MOST_SUSPENDED) {
      suspended.removeLast();
    }
  }

  /// A person has spoken in between. The question that waited may still be answered; whatever else
  /// was left is settled or not for us any more.
  void spokenOver() {
    Subject left = subject;
    suspended.clear();
    subject = new Subject("");
    if (left.at.isPresent()) {
      left.spokenOver = true;
      suspended.push(new Suspended(left, false));
    }
  }

  void recognise(String who, Level howWell) {
    boolean same = person.isPresent() && person.get().equals(who);
    level = same && level.allows(howWell) ? level : howWell;
    person = Optional.of(who);
  }
}
