package fr.duret.permanence.channel.sms;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads a body as it is. Vert.x's own handler decodes forms and refuses parameters of more than 8
/// KB, which a text of 1,600 accented letters is.
final class SmallBody {

  private static final Logger LOG = LoggerFactory.getLogger(SmallBody.class);

  /// Three times the longest text in its longest encoding.
  private static final int LARGEST = 64 * 1024;

  private static final int TOO_LARGE = 413;

  private SmallBody() {}

  /// Gives the body to `next` on the event loop, or answers that it is too large and tells
  /// `refused`.
  static void read(RoutingContext context, Consumer<String> next, Runnable refused) {
    HttpServerRequest request = context.request();
    Buffer body = Buffer.buffer();
    request.handler(chunk -> {
      if (body.length() <= LARGEST) {
        body.appendBuffer(chunk);
        refuseIfTooLarge(context, body, refused);
      }
    });
    request.endHandler(end -> {
      if (body.length() <= LARGEST) {
        next.accept(body.toString(StandardCharsets.UTF_8));
      }
    });
  }

  private static void refuseIfTooLarge(RoutingContext context, Buffer body, Runnable refused) {
    if (body.length() > LARGEST) {
      refused.run();
      LOG.warn("{}: body too large", context.normalizedPath());
      HttpServerResponse response = context.response().setStatusCode(TOO_LARGE);
      // HTTP/2 has no such header, and its clients take an answer that has it for malformed.
      if (context.request().version() != HttpVersion.HTTP_2) {
        response.putHeader("Connection", "close");
      }
      response.end();
    }
  }
}
