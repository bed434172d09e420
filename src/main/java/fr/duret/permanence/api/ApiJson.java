package fr.duret.permanence.api;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Contract;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outbox.Owed;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// How things look in JSON; times in ISO-8601 with offset.
final class ApiJson {

  private final ZoneId zone;

  ApiJson(ZoneId zone) {
    this.zone = zone;
  }

  JsonObject client(Client client) {
    JsonArray sites = new JsonArray();
    client.sites().forEach(site -> sites.add(site(site)));
    JsonArray addresses = new JsonArray();
    client.addresses().stream().map(Address::value).forEach(addresses::add);
    return new JsonObject()
        .put("id", client.id())
        .put("kind", lower(client.kind()))
        .put("civility", client.civility().map(ApiJson::lower).orElse(null))
        .put("firstName", client.firstName().orElse(null))
        .put("lastName", client.lastName().orElse(null))
        .put("sites", sites)
        .put("addresses", addresses)
        .put("contract", client.contract().map(ApiJson::contract).orElse(null));
  }

  JsonObject visit(Visit visit) {
    return new JsonObject()
        .put("id", visit.id())
        .put("client", visit.person())
        .put("service", visit.service())
        .put("site", site(visit.site()))
        .put("day", visit.slot().day().toString())
        .put("from", time(visit.slot().day().atTime(visit.slot().from()).atZone(zone).toInstant()))
        .put("to", time(visit.slot().day().atTime(visit.slot().to()).atZone(zone).toInstant()))
        .put("technician", visit.technician())
        .put("pinned", visit.pinned())
        .put("state", lower(visit.state()));
  }

  JsonObject ticket(Ticket ticket) {
    return new JsonObject()
        .put("id", ticket.id())
        .put("kind", lower(ticket.kind()))
        .put("subject", ticket.subject())
        .put("priority", lower(ticket.priority()))
        .put("state", lower(ticket.state()))
        .put("owner", ticket.owner().orElse(null))
        .put("contact", ticket.contact().value())
        .put("client", ticket.client().orElse(null))
        .put("contacts", ticket.contacts())
        .put("promiseBroken", ticket.promiseBroken())
        .put("opened", time(ticket.opened()))
        .put("due", time(ticket.due()));
  }

  JsonObject entry(Entry entry) {
    JsonArray media = new JsonArray();
    entry.media().stream().map(URI::toString).forEach(media::add);
    return new JsonObject()
        .put("id", entry.id())
        .put("trace", entry.trace())
        .put("kind", lower(entry.kind()))
        .put("channel", lower(entry.channel()))
        .put("contact", entry.contact().value())
        .put("at", time(entry.at()))
        .put("text", entry.text())
        .put("media", media)
        .put("state", lower(entry.state()))
        .put("outcome", entry.outcome().orElse(null));
  }

  JsonObject owed(Owed owed) {
    return new JsonObject()
        .put("id", owed.message().id())
        .put("trace", owed.message().trace())
        .put("channel", lower(owed.message().channel()))
        .put("to", owed.message().to().value())
        .put("template", owed.message().template())
        .put("purpose", lower(owed.message().purpose()))
        .put("text", owed.message().text())
        .put("state", lower(owed.state()))
        .put("report", owed.report().map(ApiJson::lower).orElse(null))
        .put("reason", owed.reason())
        .put("attempts", owed.attempts())
        .put("owedAt", time(owed.owedAt()))
        .put("notBefore", time(owed.message().notBefore()));
  }

  private static JsonObject site(Site site) {
    return new JsonObject()
        .put("id", site.id())
        .put("label", site.label())
        .put("street", site.street())
        .put("postcode", site.postcode())
        .put("commune", site.commune());
  }

  private static JsonObject contract(Contract contract) {
    return new JsonObject()
        .put("level", contract.level().key())
        .put("start", contract.start().toString())
        .put("end", contract.end().toString())
        .put("visitsPerYear", contract.visitsPerYear());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String time(Instant instant) {
    // With seconds also when they are zero, as RFC 3339 wants.
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }
}
