package fr.duret.permanence.api;

import static fr.duret.permanence.http.Handlers.blocking;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.http.BadRequest;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.journal.Source;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.outbox.State;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// `/api/v1`: clients, visits, tickets, journal, outbox; described by `/api/v1/openapi.json`.
///
/// Lists are paged (`limit`, `after`): an answer holds `items` and, if there may be more, `after`.
public final class ApiRoutes {

  private static final String BASE = "/api/v1/";

  /// The cursors: [Client#id()], [Visit#order()], [Ticket#order()], and of journal and outbox
  /// [fr.duret.permanence.journal.Order].
  private static final Pattern CLIENT = Pattern.compile("[A-Z]-[\\w-]+");

  private static final Pattern VISIT =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d/\\d\\d:\\d\\d/.+");
  private static final Pattern TICKET = Pattern.compile("\\d-\\d{13}-T-[0-9a-f-]{36}");
  private static final Pattern LINE = Pattern.compile("\\d{14}-[0-9a-f]{24}");
  private static final Pattern UNESCAPED_PLUS = Pattern.compile(" \\d[\\d .]+");

  private final Features features;
  private final Tokens tokens;
  private final ApiJson json;
  private final InstantSource clock;
  private final ZoneId zone;

  /// What the API reads.
  ///
  /// @param clients the clients
  /// @param booking the visits
  /// @param desk the tickets
  /// @param history what happened, both ways
  /// @param outbox what we owe
  public record Features(
      Clients clients, Booking booking, Desk desk, Source history, Outbox outbox) {}

  /// The API on those features.
  public ApiRoutes(Features features, Tokens tokens, InstantSource clock, ZoneId zone) {
    this.features = features;
    this.tokens = tokens;
    this.clock = clock;
    this.zone = zone;
    this.json = new ApiJson(zone);
  }

  /// Adds the calls to a router.
  public void mount(Router router) {
    // The description is public, as the source is: whoever writes a client has no token yet.
    router
        .get(BASE + "openapi.json")
        .handler(context -> context.response().sendFile("openapi.json"));
    router.route(BASE + "*").handler(this::authorise);
    router.get(BASE + "clients").handler(blocking(this::clients));
    router.get(BASE + "visits").handler(blocking(this::visits));
    router.get(BASE + "tickets").handler(blocking(this::tickets));
    router.get(BASE + "journal").handler(blocking(this::journal));
    router.get(BASE + "outbox").handler(blocking(this::outbox));
  }

  private void authorise(RoutingContext context) {
    String header = context.request().getHeader("Authorization");
    if (tokens.holder(header == null ? "" : header).isPresent()) {
      context.next();
    } else {
      context.response().setStatusCode(401).putHeader("WWW-Authenticate", "Bearer");
      context.json(new JsonObject().put("error", "a bearer token is needed"));
    }
  }

  private void clients(RoutingContext context) {
    Page page = Page.of(context, CLIENT, "q");
    String sought = Page.query(context, "q").orElse("");
    context.json(
        page.answer(
            features.clients().search(number(sought), page.after(), page.limit()),
            json::client,
            Client::id));
  }

  private void visits(RoutingContext context) {
    Page page = Page.of(context, VISIT, "from", "to");
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    LocalDate from = Page.day(context, "from", today);
    LocalDate to = Page.day(context, "to", from.plusDays(6));
    if (to.isBefore(from)) {
      throw new BadRequest("'to' is before 'from'");
    }
    context.json(
        page.answer(
            features.booking().visits(from, to, page.after(), page.limit()),
            json::visit,
            Visit::order));
  }

  private void tickets(RoutingContext context) {
    Page page = Page.of(context, TICKET, "state");
    String state = Page.query(context, "state").orElse("active");
    if (!state.equals("all") && !state.equals("active")) {
      throw new BadRequest("'state' is neither all nor active");
    }
    context.json(
        page.answer(
            state.equals("all")
                ? features.desk().all(page.after(), page.limit())
                : features.desk().active(page.after(), page.limit()),
            json::ticket,
            Ticket::order));
  }

  private void journal(RoutingContext context) {
    Page page = Page.of(context, LINE, "contact", "from");
    Reading reading =
        new Reading(
            Page.query(context, "contact").map(ApiRoutes::contact),
            Page.instant(context, "from", zone),
            Optional.of(page.after()).filter(after -> !after.isEmpty()),
            page.limit());
    context.json(page.answer(features.history().read(reading), json::entry, Entry::order));
  }

  private void outbox(RoutingContext context) {
    Page page = Page.of(context, LINE, "state");
    Optional<State> state = Page.query(context, "state").map(ApiRoutes::state);
    Optional<String> after = Optional.of(page.after()).filter(cursor -> !cursor.isEmpty());
    context.json(
        page.answer(features.outbox().list(state, after, page.limit()), json::owed, Owed::order));
  }

  private static Address contact(String written) {
    return written.contains("@") ? Address.mailbox(written) : Address.sender(number(written));
  }

  /// A plus that was not escaped arrives as a space.
  private static String number(String written) {
    return UNESCAPED_PLUS.matcher(written).matches() ? "+" + written.strip() : written;
  }

  private static State state(String name) {
    try {
      return State.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new BadRequest("'state' is none of the outbox's states");
    }
  }
}
