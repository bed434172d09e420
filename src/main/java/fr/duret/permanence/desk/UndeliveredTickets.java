package fr.duret.permanence.desk;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Undeliverable;
import fr.duret.permanence.templates.Templates;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes a ticket of every message that did not arrive; one for each address that fails. Whoever
/// got too many automatic answers is told so.
public final class UndeliveredTickets implements Undeliverable {

  private static final String NOT_DELIVERED = "ticket/non-remis";
  private static final String SHARED = "ticket/non-remis-partage";
  private static final String STOPPED = "ticket/non-remis-stop";
  private static final String LOOP = "ticket/trop-de-messages";

  /// The templates it writes from.
  public static final Set<String> TEMPLATES =
      Set.of(NOT_DELIVERED, SHARED, STOPPED, LOOP, LastAnswer.TEMPLATE);

  /// The outbox's code for what the gate refused; the gate's own is the reason then.
  private static final String REFUSED = "refused";

  /// The gate's code prefix for an address that got too many automatic answers.
  private static final String CAP = "cap-";

  /// The gate's code for a number that does not belong to one person alone.
  private static final String LEVEL = "level";

  /// Twilio's code for somebody who has sent STOP: it blocks every message to him.
  private static final String OPTED_OUT = "21610";

  private final Desk desk;
  private final Templates templates;
  private final InstantSource clock;
  private final LastAnswer lastAnswer;

  /// @param clock the business clock
  /// @param lastAnswer tells whoever got too many answers
  public UndeliveredTickets(
      Desk desk, Templates templates, InstantSource clock, LastAnswer lastAnswer) {
    this.desk = desk;
    this.templates = templates;
    this.clock = clock;
    this.lastAnswer = lastAnswer;
  }

  @Override
  public void undeliverable(Outbound message, String code, String reason) {
    String why = code.equals(REFUSED) ? reason : code;
    boolean loop = why.startsWith(CAP);
    String subject = subject(message, why, code + " " + reason);
    Ticket ticket =
        desk.open(
            new Demand(
                "undelivered/" + message.id(),
                loop ? TicketKind.LOOP : TicketKind.UNDELIVERED,
                subject,
                (loop ? "loop/" : "undelivered/") + message.to().key(),
                message.to(),
                Optional.empty(),
                clock.instant()));
    if (loop) {
      lastAnswer.tell(ticket, message);
    }
  }

  /// What the office should do, each case in its own words.
  private String subject(Outbound message, String why, String reason) {
    Map<String, String> words = Map.of("words", message.text());
    if (why.startsWith(CAP)) {
      return text(LOOP, Map.of());
    }
    return switch (why) {
      case LEVEL -> text(SHARED, words);
      case OPTED_OUT -> text(STOPPED, words);
      default -> text(NOT_DELIVERED, Map.of("words", message.text(), "reason", reason));
    };
  }

  private String text(String template, Map<String, String> variables) {
    return templates.render(template, Channel.WEB, variables).text();
  }
}
