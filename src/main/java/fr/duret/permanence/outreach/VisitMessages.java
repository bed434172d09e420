package fr.duret.permanence.outreach;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.company.TechnicianSpec;
import fr.duret.permanence.journal.Trace;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Rendered;
import fr.duret.permanence.templates.Templates;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// Writes messages about a visit that we send first, and what a dialogue about it begins with.
record VisitMessages(Company company, Templates templates) {

  /// What templates call the place of the visit, of a client who has several.
  static final String WHERE = "where";

  /// What flows and templates call the parts of a visit.
  Map<String, Object> variables(Visit visit) {
    String technician = visit.technician();
    return Map.of(
        "visit",
        visit.id(),
        "slot",
        visit.slot().key(),
        "technician",
        company.technician(technician).map(TechnicianSpec::firstName).orElse(technician),
        "service",
        label(visit),
        "kind",
        visit.service(),
        "site",
        visit.site().id());
  }

  /// What the service is called in a sentence.
  String label(Visit visit) {
    return company.service(visit.service()).map(ServiceKind::label).orElse(visit.service());
  }

  /// A text message.
  ///
  /// @param id of the message, and what its trace is made of
  /// @param subject re-read before it leaves; empty if it stays true
  Outbound sms(
      String id,
      Address to,
      String template,
      Map<String, Object> variables,
      Optional<String> subject,
      Instant now) {
    Rendered text = templates.renderFrom(template, Channel.SMS, variables);
    return new Outbound(
        id,
        Trace.of(id),
        Channel.SMS,
        to,
        template,
        text.purpose(),
        text.needs(),
        text.wantsAnswer(),
        Optional.empty(),
        text.text(),
        subject,
        now);
  }

  /// The subject by which a message is dropped once the visit no longer has that slot.
  static String subject(Visit visit) {
    return "visit/" + visit.id() + "/" + visit.slot().key();
  }
}
