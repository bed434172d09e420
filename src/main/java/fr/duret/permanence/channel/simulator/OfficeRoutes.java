package fr.duret.permanence.channel.simulator;

import static fr.duret.permanence.http.Handlers.blocking;

import fr.duret.permanence.http.BadRequest;
import fr.duret.permanence.message.Address;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/// The handset page and what it shows of the office.
public final class OfficeRoutes {

  private final OfficeView office;
  private final ZoneId zone;

  /// The page of that office.
  public OfficeRoutes(OfficeView office, ZoneId zone) {
    this.office = office;
    this.zone = zone;
  }

  /// Adds the page to a router; whoever opens the server's bare address is led there.
  public void mount(Router router) {
    router.get("/").handler(context -> context.redirect("/simulateur"));
    router.get("/simulateur/api/phones").handler(blocking(this::phones));
    router.get("/simulateur/api/phone").handler(blocking(this::phone));
    router.get("/simulateur/api/rounds").handler(blocking(this::rounds));
    router.get("/simulateur/api/tickets").handler(blocking(this::tickets));
    router.get("/simulateur/api/files").handler(blocking(this::files));
    router.get("/simulateur/api/journal").handler(blocking(this::journal));
    // Vert.x takes a trailing slash for the same path: a redirection would go round in circles.
    router
        .get("/simulateur")
        .handler(context -> context.response().sendFile("simulateur/index.html"));
    router
        .route("/simulateur/*")
        .handler(StaticHandler.create("simulateur").setCachingEnabled(false));
  }

  private void phones(RoutingContext context) {
    JsonArray all = new JsonArray();
    office
        .phones()
        .forEach(phone ->
            all.add(new JsonObject().put("name", phone.name()).put("number", phone.number())));
    context.json(all);
  }

  private void phone(RoutingContext context) {
    Address address = Address.sender(query(context, "address"));
    JsonArray messages = new JsonArray();
    office.exchange(address).forEach(line -> messages.add(json(line)));
    context.json(
        new JsonObject()
            .put("messages", messages)
            .put("owner", office.ownedByPerson(address) ? "person" : "bot"));
  }

  private JsonObject json(OfficeView.Line line) {
    return new JsonObject()
        .put("id", line.id())
        .put("at", offset(line.at()))
        .put("received", line.received())
        .put("text", line.text())
        .put("state", line.state());
  }

  private void rounds(RoutingContext context) {
    LocalDate day;
    try {
      day = LocalDate.parse(query(context, "day"));
    } catch (DateTimeException notADay) {
      throw new BadRequest("'day' is no day like 2026-11-24");
    }
    JsonArray rounds = new JsonArray();
    office.rounds(day).forEach(round -> rounds.add(json(round)));
    context.json(
        new JsonObject()
            .put("day", day.toString())
            .put("working", office.working(day))
            .put("rounds", rounds));
  }

  private static JsonObject json(OfficeView.Round round) {
    JsonArray stops = new JsonArray();
    round
        .stops()
        .forEach(stop ->
            stops.add(
                new JsonObject()
                    .put("window", stop.window())
                    .put("arrival", stop.arrival())
                    .put("client", stop.client())
                    .put("commune", stop.commune())
                    .put("service", stop.service())
                    .put("pinned", stop.pinned())));
    JsonArray busy = new JsonArray();
    round
        .busy()
        .forEach(part ->
            busy.add(
                new JsonObject()
                    .put("from", part.from())
                    .put("window", part.window())
                    .put("kind", part.kind())
                    .put("label", part.label())));
    return new JsonObject()
        .put("technician", round.technician())
        .put("drivingSeconds", round.drivingSeconds())
        .put("stops", stops)
        .put("busy", busy);
  }

  private void tickets(RoutingContext context) {
    JsonArray all = new JsonArray();
    office
        .tickets()
        .forEach(ticket ->
            all.add(
                new JsonObject()
                    .put("due", ticket.due())
                    .put("subject", ticket.subject())
                    .put("contact", ticket.contact())
                    .put("priority", ticket.priority())
                    .put("urgent", ticket.urgent())));
    context.json(all);
  }

  private void files(RoutingContext context) {
    context.json(new JsonObject().put("errors", new JsonArray(office.problemsOfFiles())));
  }

  private void journal(RoutingContext context) {
    JsonArray all = new JsonArray();
    office
        .latest()
        .forEach(event ->
            all.add(
                new JsonObject()
                    .put("at", offset(event.at()))
                    .put("kind", event.kind())
                    .put("contact", event.contact())
                    .put("text", event.text())
                    .put("outcome", event.outcome())));
    context.json(all);
  }

  private String offset(Instant instant) {
    return instant.atZone(zone).toOffsetDateTime().toString();
  }

  private static String query(RoutingContext context, String name) {
    List<String> values = context.queryParam(name);
    if (values.isEmpty()) {
      throw new BadRequest("'" + name + "' is missing");
    }
    return values.getFirst();
  }
}
