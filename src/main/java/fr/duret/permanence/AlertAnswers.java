package fr.duret.permanence;

import fr.duret.permanence.emergency.Alerts;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Handler;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.message.Address;
import java.util.List;

/// Hears an « ok » of somebody who was alerted before the conversation does: it must never be taken
/// for the answer to anything else.
///
/// @param alerts the alerts under way
/// @param journal what has arrived
/// @param next who deals with everything else
record AlertAnswers(Alerts alerts, Journal journal, Handler next) implements Handler {

  @Override
  public void handle(Address address) {
    if (alerts.asks(address)) {
      hear(address);
    }
    next.handle(address);
  }

  private void hear(Address address) {
    for (Entry entry : journal.waiting(address)) {
      if (alerts.answered(address, entry.text(), entry.at())) {
        journal.handled(List.of(entry.id()), "answered an alert");
      }
    }
  }
}
