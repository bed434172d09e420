package fr.duret.permanence.emergency;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.emergency.Alert.Member;
import fr.duret.permanence.journal.Trace;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Rendered;
import fr.duret.permanence.templates.Templates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// The messages of an alert. Their ids derive from the alert, so that a step repeated after a crash
/// sends nothing twice.
final class AlertMessages {

  private final Templates templates;
  private final Company company;
  private final String office;
  private final Function<String, Optional<Caller>> callers;
  private final InstantSource clock;
  private final Consumer<Outbound> outbox;

  AlertMessages(
      Templates templates,
      Company company,
      String office,
      Function<String, Optional<Caller>> callers,
      InstantSource clock,
      Consumer<Outbound> outbox) {
    this.templates = templates;
    this.company = company;
    this.office = office;
    this.callers = callers;
    this.clock = clock;
    this.outbox = outbox;
  }

  /// The ticket's subject.
  String subject(String words) {
    return templates
        .render("ticket/urgence", Channel.WEB, Map.of("words", words.isBlank() ? "-" : words))
        .text();
  }

  /// Asks somebody of the rota to take the alert.
  void ask(Alert alert, int step, Member member) {
    Map<String, Object> variables = new HashMap<>();
    variables.put("company", company.name());
    variables.put("words", alert.words().isBlank() ? "-" : alert.words());
    variables.put("phone", readable(alert.from()));
    alert
        .person()
        .flatMap(callers)
        .ifPresent(caller -> {
          variables.put("name", caller.name());
          if (!caller.commune().isBlank()) {
            variables.put("commune", caller.commune());
          }
        });
    owe(alert, step + "/" + member.number().key(), member.number(), "urgence/alerte", variables);
  }

  /// Nobody on call has answered, everybody is being told.
  void nobodyYet(Alert alert) {
    toClient(alert, "urgence/personne-encore", Map.of());
  }

  /// Nobody at all has answered.
  void nobody(Alert alert) {
    toClient(
        alert,
        "urgence/sans-reponse",
        Map.of(
            "grid",
            company.gridEmergency(),
            "office",
            office,
            "due",
            alert.due().atZone(company.zone()).toLocalDateTime()));
  }

  /// Somebody has taken it: the client learns who comes, the others that they need not.
  void taken(Alert alert, Member taker, Instant at) {
    String phone = readable(alert.from());
    owe(alert, "taken", taker.number(), "urgence/alerte-prise", Map.of("phone", phone));
    toClient(alert, "urgence/qui-vient", Map.of("technician", taker.name()));
    for (Member other : alert.asked(at)) {
      if (!other.equals(taker)) {
        Map<String, Object> variables = Map.of("phone", phone, "technician", taker.name());
        String name = "closed/" + other.number().key();
        owe(alert, name, other.number(), "urgence/alerte-close", variables);
      }
    }
  }

  /// Somebody answered « ok » after another.
  void already(Alert alert, Member late, Member taker) {
    Map<String, Object> variables = Map.of("technician", taker.name());
    String name = "already/" + late.number().key();
    owe(alert, name, late.number(), "urgence/alerte-deja", variables);
  }

  private void toClient(Alert alert, String template, Map<String, Object> variables) {
    if (alert.from().kind() == Address.Kind.PHONE) {
      owe(alert, template, alert.from(), template, variables);
    }
  }

  private void owe(
      Alert alert, String name, Address to, String template, Map<String, Object> variables) {
    Rendered text = templates.render(template, Channel.SMS, variables);
    Instant now = clock.instant();
    outbox.accept(
        new Outbound(
            alert.id() + "/" + name,
            Trace.of(alert.id()),
            Channel.SMS,
            to,
            template,
            text.purpose(),
            text.needs(),
            text.wantsAnswer(),
            Optional.empty(),
            text.text(),
            Optional.empty(),
            now));
  }

  /// `06 39 98 01 00`: a number that a sleepy person can read and dial.
  private static String readable(Address address) {
    String value = address.value();
    return value.startsWith("+33")
        ? ("0" + value.substring(3)).replaceAll("(\\d\\d)(?=\\d)", "$1 ")
        : value;
  }
}
