package fr.duret.permanence.desk;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Rendered;
import fr.duret.permanence.templates.Templates;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Tells somebody who got too many automatic answers that a person answers from now on: once while
/// the ticket of it is open, because two machines must not go on for ever.
///
/// @param company whose time it is told in
/// @param office who answers
/// @param clock the business clock
/// @param outbox where the message is owed
public record LastAnswer(
    Templates templates,
    Company company,
    String office,
    InstantSource clock,
    Consumer<Outbound> outbox) {

  /// The template of that message, which the cap lets pass.
  public static final String TEMPLATE = "bureau/trop-de-messages";

  /// Owes it in place of the answer that was one too many.
  void tell(Ticket ticket, Outbound refused) {
    LocalDateTime due = LocalDateTime.ofInstant(ticket.due(), company.zone());
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), company.zone());
    Rendered text =
        templates.render(
            TEMPLATE,
            refused.channel(),
            Map.of(
                "office",
                office,
                "today",
                due.toLocalDate().equals(now.toLocalDate()),
                "due",
                due.withSecond(0).withNano(0)));
    outbox.accept(
        new Outbound(
            "last-answer/" + ticket.id(),
            refused.trace(),
            refused.channel(),
            refused.to(),
            TEMPLATE,
            text.purpose(),
            text.needs(),
            text.wantsAnswer(),
            refused.replyTo(),
            text.text(),
            Optional.empty(),
            clock.instant()));
  }
}
