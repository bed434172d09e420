package fr.duret.permanence.desk;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Undeliverable;
import fr.duret.permanence.templates.Templates;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// Makes a ticket of every message that did not arrive; one for each address that fails.
public final class UndeliveredTickets implements Undeliverable {

  /// The gate's and the outbox's code prefix for an address that got too many automatic answers.
  private static final String CAP = "cap-";

  private final Desk desk;
  private final Templates templates;
  private final InstantSource clock;

  /// @param clock the business clock
  public UndeliveredTickets(Desk desk, Templates templates, InstantSource clock) {
    this.desk = desk;
    this.templates = templates;
    this.clock = clock;
  }

  @Override
  public void undeliverable(Outbound message, String code, String reason) {
    boolean loop = code.startsWith(CAP);
    String subject =
        loop
            ? text("ticket/trop-de-messages", Map.of())
            : text(
                "ticket/non-remis",
                Map.of("template", message.template(), "reason", code + " " + reason));
    desk.open(
        new Demand(
            "undelivered/" + message.id(),
            loop ? TicketKind.LOOP : TicketKind.UNDELIVERED,
            subject,
            (loop ? "loop/" : "undelivered/") + message.to().key(),
            message.to(),
            Optional.empty(),
            clock.instant()));
  }

  private String text(String template, Map<String, String> variables) {
    return templates.render(template, Channel.WEB, variables).text();
  }
}
