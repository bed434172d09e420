package fr.duret.permanence.channel.simulator;

import static fr.duret.permanence.http.Handlers.blocking;
import static fr.duret.permanence.http.Handlers.json;
import static fr.duret.permanence.http.Handlers.text;

import fr.duret.permanence.http.BadRequest;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// The calls of the demonstration's handset page; `docs/simulator.md` describes them. Every POST
/// answers once nothing is left to do at the clock's present time.
public final class SimulatorRoutes {

  /// Longer than any text message: what the real provider would cut is refused here.
  private static final int LONGEST_BODY = 1600;

  /// Everything that falls due on the way happens; what nobody would want to see is a typing error.
  private static final Duration FARTHEST = Duration.ofDays(366);

  /// With thirty seconds for the last thing to settle this stays within the server's idle minute.
  private static final Duration LONGEST_WAY = Duration.ofSeconds(25);

  private final Journal journal;
  private final SimulatedProvider provider;
  private final TimeTravel time;
  private final ZoneId zone;
  private final Ownership ownership;

  /// Who answers a contact, from the page's buttons.
  public interface Ownership {

    /// A person takes the conversation over, or gives it back to the bot.
    ///
    /// @param person whether a person shall answer from now on
    void set(Address address, boolean person);
  }

  /// The calls on those parts.
  public SimulatorRoutes(
      Journal journal,
      SimulatedProvider provider,
      TimeTravel time,
      ZoneId zone,
      Ownership ownership) {
    this.journal = journal;
    this.provider = provider;
    this.time = time;
    this.zone = zone;
    this.ownership = ownership;
  }

  /// Adds the calls to a router that reads bodies.
  public void mount(Router router) {
    router.post("/simulateur/api/sms").handler(blocking(this::sms));
    router.get("/simulateur/api/inbox").handler(blocking(this::inbox));
    router.get("/simulateur/api/clock").handler(blocking(this::showClock));
    router.post("/simulateur/api/clock").handler(blocking(this::moveClock));
    router.post("/simulateur/api/owner").handler(blocking(this::setOwner));
  }

  private void sms(RoutingContext context) {
    JsonObject body = json(context);
    String words = text(body, "body");
    if (words.length() > LONGEST_BODY) {
      throw new BadRequest("'body' has more than " + LONGEST_BODY + " characters");
    }
    String id = body.containsKey("id") ? text(body, "id") : UUID.randomUUID().toString();
    Inbound message =
        new Inbound(
            "simulator:" + id,
            Channel.SMS,
            Address.sender(text(body, "from")),
            provider.number(),
            words,
            media(body),
            time.now());
    String trace = journal.receive(message).trace();
    settled(context, time.settle(), new JsonObject().put("id", id).put("trace", trace));
  }

  private static List<URI> media(JsonObject body) {
    List<URI> media = new ArrayList<>();
    if (body.getValue("media") instanceof JsonArray links) {
      for (Object link : links) {
        try {
          media.add(URI.create(String.valueOf(link)));
        } catch (IllegalArgumentException notALink) {
          throw new BadRequest("'media' holds what is no URL");
        }
      }
    }
    return media;
  }

  private void inbox(RoutingContext context) {
    List<String> address = context.queryParam("address");
    if (address.isEmpty()) {
      throw new BadRequest("'address' is missing");
    }
    JsonArray items = new JsonArray();
    provider.inbox(Address.sender(address.getFirst())).forEach(item -> items.add(toJson(item)));
    context.json(items);
  }

  private JsonObject toJson(SimulatedProvider.Delivered item) {
    return new JsonObject()
        .put("id", item.id())
        .put("at", item.at().atZone(zone).toOffsetDateTime().toString())
        .put("channel", item.channel().name().toLowerCase(Locale.ROOT))
        .put("from", item.from())
        .put("to", item.to())
        .put("text", item.text())
        .put("attachments", new JsonArray());
  }

  private void showClock(RoutingContext context) {
    context.json(new JsonObject().put("now", local(time.now())));
  }

  private void moveClock(RoutingContext context) {
    JsonObject body = json(context);
    Instant target;
    try {
      target = body.containsKey("to") ? to(text(body, "to")) : after(text(body, "advance"));
    } catch (DateTimeException notATime) {
      throw new BadRequest("neither a duration like P2D nor a time like 2026-11-25T09:00");
    }
    if (target.isBefore(time.now())) {
      throw new BadRequest("the clock does not go back");
    }
    if (target.isAfter(time.now().plus(FARTHEST))) {
      throw new BadRequest("the clock goes " + FARTHEST.toDays() + " days at once at most");
    }
    settled(context, time.advanceTo(target, LONGEST_WAY), new JsonObject());
  }

  private Instant to(String written) {
    return LocalDateTime.parse(written).atZone(zone).toInstant();
  }

  /// Days are days of the calendar, so that « two days » lands on the same hour after a change to
  /// or from summer time.
  private Instant after(String written) {
    ZonedDateTime now = time.now().atZone(zone);
    int clockPart = written.indexOf('T');
    String days = clockPart < 0 ? written : written.substring(0, clockPart);
    ZonedDateTime later = days.equals("P") ? now : now.plus(Period.parse(days));
    return clockPart < 0
        ? later.toInstant()
        : later.plus(Duration.parse("P" + written.substring(clockPart))).toInstant();
  }

  private void setOwner(RoutingContext context) {
    JsonObject body = json(context);
    String owner = text(body, "owner");
    if (!owner.equals("bot") && !owner.equals("person")) {
      throw new BadRequest("'owner' is neither bot nor person");
    }
    ownership.set(Address.sender(text(body, "address")), owner.equals("person"));
    settled(context, time.settle(), new JsonObject());
  }

  private void settled(RoutingContext context, List<String> waiting, JsonObject more) {
    context.json(
        more.put("settled", waiting.isEmpty())
            .put("waiting", new JsonArray(waiting))
            .put("now", local(time.now())));
  }

  private String local(Instant instant) {
    return instant.atZone(zone).toLocalDateTime().withNano(0).toString();
  }
}
