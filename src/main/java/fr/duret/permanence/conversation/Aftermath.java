package fr.duret.permanence.conversation;

import fr.duret.permanence.agenda.Agenda;
import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.outbox.State;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/// What follows from a turn. Everything may be repeated without harm.
interface Aftermath {

  /// Owes a message.
  void owe(Outbound message);

  /// Takes messages back.
  ///
  /// @return those that have not left and will not
  Set<String> withdraw(Collection<String> ids);

  /// Sets a timer.
  void plan(Timer timer);

  /// The real outbox and agenda.
  static Aftermath of(Outbox outbox, Agenda agenda) {
    return new Aftermath() {
      @Override
      public void owe(Outbound message) {
        outbox.owe(message);
      }

      @Override
      public Set<String> withdraw(Collection<String> ids) {
        outbox.withdraw(ids);
        return ids.stream()
            .filter(
                id -> outbox.find(id).map(Owed::state).filter(State.WITHDRAWN::equals).isPresent())
            .collect(Collectors.toSet());
      }

      @Override
      public void plan(Timer timer) {
        agenda.plan(timer);
      }
    };
  }
}
