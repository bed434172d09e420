package fr.duret.permanence.load;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Takes messages as Twilio does, at once and with next to no work, and notes when each POST began.
/// It sends no delivery reports.
public final class TwilioSink implements AutoCloseable {

  private static final int BACKLOG = 1024;

  private final ServerSocket server;
  private final Map<String, CompletableFuture<Post>> awaited = new ConcurrentHashMap<>();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger unawaited = new AtomicInteger();

  /// A message that was posted.
  ///
  /// @param begun when the first byte of the POST was read, by the machine's monotonic clock
  /// @param text what it says
  public record Post(long begun, String text) {}

  private TwilioSink(ServerSocket server) {
    this.server = server;
  }

  /// Starts it on a free port.
  public static TwilioSink start() {
    try {
      ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
      TwilioSink sink = new TwilioSink(server);
      Thread.ofVirtual().start(sink::accept);
      return sink;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// What `twilio.apiUrl` must be.
  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /// The next message to that number; to be called before it can be posted.
  public CompletableFuture<Post> next(String number) {
    CompletableFuture<Post> post = new CompletableFuture<>();
    awaited.put(number, post);
    return post;
  }

  /// How many messages were posted.
  public int posts() {
    return posts.get();
  }

  /// How many of them nobody had asked for.
  public int unawaited() {
    return unawaited.get();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> serve(socket));
      }
    } catch (IOException closed) {
      awaited.clear();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedInputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        LeanHttp.Message request = LeanHttp.read(in);
        socket.getOutputStream().write(answer(request));
      }
    } catch (IOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private byte[] answer(LeanHttp.Message request) {
    return request.first().startsWith("POST")
        ? created(request)
        : json(200, new JsonObject().put("messages", List.of()).put("page", 0));
  }

  private byte[] created(LeanHttp.Message request) {
    QueryStringDecoder form = new QueryStringDecoder(request.body(), false);
    String to = form.parameters().getOrDefault("To", List.of("")).getFirst();
    String text = form.parameters().getOrDefault("Body", List.of("")).getFirst();
    int count = posts.incrementAndGet();
    @Nullable CompletableFuture<Post> waiting = awaited.remove(to);
    if (waiting == null) {
      unawaited.incrementAndGet();
    } else {
      waiting.complete(new Post(request.begun(), text));
    }
    return json(
        201,
        new JsonObject()
            .put("sid", String.format("SM%032x", count))
            .put("to", to)
            .put("body", text)
            .put("status", "queued")
            .put("direction", "outbound-api")
            .put("num_segments", "1"));
  }

  private static byte[] json(int status, JsonObject body) {
    String now = DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC));
    return LeanHttp.written(
        body.encode(),
        "HTTP/1.1 " + status + " Twilio",
        "Content-Type: application/json",
        "Date: " + now);
  }
}
