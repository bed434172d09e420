package fr.duret.permanence.http;

import fr.duret.permanence.store.Store;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.ext.web.handler.HttpException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
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

  /// Answers in JSON whatever no route answers: an address or a method that no route knows, a body
  /// that is too large, one that cannot be read. What whoever sent it did wrong is one line of
  /// warning at most: he hurts nobody, but should be known.
  ///
  /// @param refused told of each body that is refused
  public static void answerFailures(Router router, Runnable refused) {
    router
        .errorHandler(404, context -> refuse(context, 404, "there is nothing here"))
        .errorHandler(
            405,
            context -> {
              context.response().putHeader("Allow", allowed(router, context.normalizedPath()));
              refuse(context, 405, "this method is not for this address");
            })
        .errorHandler(
            413,
            context -> {
              refused.run();
              failed(context, 413, "the body is too large");
            })
        .errorHandler(400, context -> failed(context, 400, "the request cannot be read"))
        .errorHandler(500, context -> failed(context, 500, "unexpected error"));
  }

  /// What RFC 9110 wants beside a 405.
  private static String allowed(Router router, String path) {
    return router.getRoutes().stream()
        .filter(route -> path.equals(route.getPath()) && route.methods() != null)
        .flatMap(route -> route.methods().stream())
        .map(HttpMethod::name)
        .distinct()
        .sorted()
        .collect(Collectors.joining(", "));
  }

  /// The kind of failure is told; what it says may quote the body. The path stands as it came: of a
  /// malformed one there is no normalised form.
  private static void failed(RoutingContext context, int status, String message) {
    Throwable failure = context.failure();
    LOG.warn(
        "{} {}: {}{}",
        context.request().method(),
        context.request().path(),
        message,
        failure == null ? "" : " (" + failure.getClass().getName() + ")");
    refuse(context, status, message);
  }

  /// Reads the bodies of POSTs for whatever comes after it. Nothing else has a body that means
  /// anything, and Vert.x fails on a form in a GET.
  ///
  /// @param largest in bytes; more is refused
  public static Handler<RoutingContext> bodies(long largest) {
    BodyHandler reading = BodyHandler.create(false).setBodyLimit(largest);
    return context -> {
      if (HttpMethod.POST.equals(context.request().method())) {
        reading.handle(context);
      } else {
        context.next();
      }
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
    } catch (HttpException unreadable) {
      refuse(context, unreadable.getStatusCode(), "the request cannot be read");
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
