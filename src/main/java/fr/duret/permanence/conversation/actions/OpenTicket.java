package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.templates.Templates;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Hands the matter to a person: `with: {kind: request, subject: ticket/demande}`.
///
/// The subject holds all that was said about it; with `words: newest` only the turn's text.
///
/// Somebody who comes back joins his open ticket, whatever it was opened for: he must not be
/// answered twice, nor by two (`joined`). Outcomes `open` and `closed` tell whether the office is.
record OpenTicket(Desk desk, Templates templates, Company company) implements Action {

  private static final String KIND = "kind";
  private static final String SUBJECT = "subject";
  private static final String WORDS = "words";

  @Override
  public String name() {
    return "open-ticket";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("open", "closed", "joined");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.DUE, Vars.TODAY);
  }

  @Override
  public Set<String> parameters() {
    return Set.of(KIND, SUBJECT, WORDS);
  }

  @Override
  public Result run(ActionContext context) {
    Ticket ticket = desk.open(demand(context));
    LocalDateTime now = LocalDateTime.ofInstant(context.now(), company.zone());
    LocalDateTime due = LocalDateTime.ofInstant(ticket.due(), company.zone());
    boolean joined = ticket.contacts() > 0;
    return Result.of(joined ? "joined" : company.isOpen(now) ? "open" : "closed")
        .with(Vars.DUE, due.withSecond(0).withNano(0).toString())
        .with(Vars.TODAY, due.toLocalDate().equals(now.toLocalDate()));
  }

  private Demand demand(ActionContext context) {
    String kind = context.parameters().getOrDefault(KIND, "request");
    return new Demand(
        context.nextCause(),
        TicketKind.valueOf(kind.toUpperCase(Locale.ROOT).replace('-', '_')),
        subject(context),
        "contact/" + context.person().orElseGet(context.address()::key),
        context.address(),
        context.person(),
        context.now());
  }

  private String subject(ActionContext context) {
    List<String> said = context.said();
    boolean newest = said.isEmpty() || context.parameters().containsKey(WORDS);
    String words = newest ? context.heard().text() : String.join(" / ", said);
    String template = context.parameters().getOrDefault(SUBJECT, "ticket/demande");
    Map<String, Object> scope = new HashMap<>(context.variables());
    scope.put(WORDS, words.isBlank() ? "-" : words);
    return templates.renderFrom(template, Channel.WEB, scope).text();
  }
}
