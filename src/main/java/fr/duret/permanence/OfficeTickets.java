package fr.duret.permanence;

import fr.duret.permanence.agenda.Stuck;
import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Poison;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.templates.Templates;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Tells the office of what the service could not do by itself.
///
/// @param desk where tickets are opened
/// @param templates writes their subjects
/// @param clock business time
record OfficeTickets(Desk desk, Templates templates, InstantSource clock) implements Poison, Stuck {

  /// The template it writes from.
  static final String TEMPLATE = "ticket/technique";

  private static final Address NOBODY = Address.visitor("service");

  @Override
  public void setAside(Entry entry, String reason) {
    open("poison/" + entry.id(), entry.channel().name(), reason, entry.contact());
  }

  @Override
  public void setAside(Timer timer, String reason) {
    open("stuck/" + timer.key() + "/" + timer.due(), timer.kind(), reason, NOBODY);
  }

  private void open(String cause, String what, String reason, Address contact) {
    String subject =
        templates.render(TEMPLATE, Channel.WEB, Map.of("what", what, "reason", reason)).text();
    desk.open(
        new Demand(
            cause,
            TicketKind.TECHNICAL,
            subject,
            cause,
            contact,
            Optional.empty(),
            clock.instant()));
  }
}
