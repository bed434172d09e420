package fr.duret.permanence.http;

import fr.duret.permanence.store.Store;
import io.vertx.core.Handler;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what answers a request on a virtual thread, so that it may be written straight and wait for
/// the store without holding an event loop.
public final class Handlers {

  private static final Logger LOG = LoggerFactory.getLogger(Handlers.class);

  private Handlers() {}

  /// The handler, run on a virtual thread of its own. A [BadRequest] is told with its status, a
  /// store that does not answer is a 503, anything else a 500 without details.
  public static Handler<RoutingContext> blocking(Handler<RoutingContext> work) {
    return context -> Thread.ofVirtual().name("http").start(() -> run(work, context));
  }

  /// Refuses every request while something hinders all of them.
  ///
  /// @param hindered cheap, asked for each request
  public static Handler<RoutingContext> unless(
      BooleanSupplier hindered, int status, String message) {
    return context -> {
      if (hindered.getAsBoolean()) {
        refuse(context, status, message);
      } else {
        context.next();
      }
    };
  }

  /// Says in JSON that there is nothing at an address that no route knows.
  public static Handler<RoutingContext> nothingHere() {
    return context -> refuse(context, 404, "there is nothing here");
  }

  /// Refuses a body that is larger than what is read, with one line of warning: whoever sends such
  /// bodies hurts nobody, but should be known.
  public static Handler<RoutingContext> tooLarge() {
    return context -> {
      LOG.warn("{} {}: body too large", context.request().method(), context.normalizedPath());
      refuse(context, 413, "the body is too large");
    };
  }

  /// The body of a request that must be a JSON object.
  ///
  /// @throws BadRequest if it is none
  public static JsonObject json(RoutingContext context) {
    try {
      JsonObject body = context.body().asJsonObject();
      if (body != null) {
        return body;
      }
    } catch (DecodeException | ClassCastException notJson) {
      LOG.debug("no JSON object", notJson);
    }
    throw new BadRequest("the body must be a JSON object");
  }

  /// A text field that must be there.
  ///
  /// @throws BadRequest if it is missing or no text
  public static String text(JsonObject body, String field) {
    if (body.getValue(field) instanceof String text) {
      return text;
    }
    throw new BadRequest("'" + field + "' must be a text");
  }

  private static void run(Handler<RoutingContext> work, RoutingContext context) {
    try {
      work.handle(context);
    } catch (BadRequest refused) {
      refuse(context, refused.status(), refused.told());
    } catch (RuntimeException failed) {
      failed(context, failed);
    }
  }

  private static void failed(RoutingContext context, RuntimeException failure) {
    if (Store.isUnavailable(failure)) {
      LOG.error("the store does not answer", failure);
      refuse(context, 503, "the store does not answer");
    } else {
      LOG.error("{} {} failed", context.request().method(), context.normalizedPath(), failure);
      refuse(context, 500, "unexpected error; see the log");
    }
  }

  private static void refuse(RoutingContext context, int status, String message) {
    if (!context.response().ended()) {
      context.response().setStatusCode(status);
      context.json(new JsonObject().put("error", message));
    }
  }
}
