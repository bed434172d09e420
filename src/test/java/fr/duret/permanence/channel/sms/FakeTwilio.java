package fr.duret.permanence.channel.sms;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Twilio's REST API for messages, as its manual describes it: Basic authentication, parameters,
/// errors, the list with its filters and pages, pictures, and signed webhooks. Faults happen on
/// demand; it remembers what each receiver got.
public final class FakeTwilio implements AutoCloseable {

  public static final String ACCOUNT = "AC" + "0".repeat(32);
  public static final String TOKEN = "a-secret-token";

  private static final int PAGE = 50;
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

  /// What can go wrong with one POST of a message.
  public sealed interface Fault {

    /// It is refused and does not leave.
    record Refused(int status, int code) implements Fault {}

    /// It is refused because there were too many, and does not leave.
    record TooMany(String retryAfter) implements Fault {}

    /// It leaves, but the answer is an error.
    record LeftButError(int status) implements Fault {}

    /// It leaves, but no answer comes: the connection is cut.
    record LeftButCut() implements Fault {}

    /// It does not leave, and the connection is cut.
    record Cut() implements Fault {}

    /// It leaves, but the answer comes only when the fake is closed.
    record LeftButSilent() implements Fault {}
  }

  /// A message, in either direction.
  public record Text(
      String sid,
      String from,
      String to,
      String body,
      String direction,
      int media,
      Instant at,
      @Nullable String callback) {}

  private volatile boolean receivedHidden;
  private volatile boolean mediaLost;
  private final Set<String> undated = ConcurrentHashMap.newKeySet();
  private final Vertx vertx = Vertx.vertx();
  private final int port;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final InstantSource clock;
  private final List<Text> texts = new CopyOnWriteArrayList<>();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger sequence = new AtomicInteger();
  private final AtomicInteger posts = new AtomicInteger();
  private final AtomicInteger pages = new AtomicInteger();

  private volatile @Nullable Fault down;

  private FakeTwilio(InstantSource clock) {
    this.clock = clock;
    Future<HttpServer> listening =
        vertx.createHttpServer().requestHandler(this::accept).listen(0, "127.0.0.1");
    this.port = listening.await().actualPort();
  }

  /// Starts it on a free port.
  public static FakeTwilio start(InstantSource clock) {
    return new FakeTwilio(clock);
  }

  /// What `twilio.apiUrl` must be.
  public URI apiUrl() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Lets the next POST of a message go wrong; several in the order given.
  public void failNext(Fault... next) {
    faults.addAll(List.of(next));
  }

  /// Lets every request to its API go wrong in that way, until it is [#up] again.
  public void down(Fault kind) {
    down = kind;
  }

  /// Answers again, as it should.
  public void up() {
    down = null;
    faults.clear();
  }

  /// Lists no message that somebody wrote to us any more: what was not written down when it was
  /// posted cannot be fetched later.
  public void hideReceived() {
    receivedHidden = true;
  }

  /// What a receiver got, oldest first.
  public List<Text> receivedBy(String to) {
    return texts.stream()
        .filter(text -> text.to().equals(to) && text.direction().equals("outbound-api"))
        .toList();
  }

  /// How many pages of lists of messages were asked for.
  int pages() {
    return pages.get();
  }

  /// How often a message was posted, whether or not it left.
  public int posts() {
    return posts.get();
  }

  /// Somebody writes to us; nothing is posted to us yet, see [#post].
  public Text write(String from, String to, String body, int media) {
    return keep(from, to, body, "inbound", media, null);
  }

  /// Somebody writes to one of our numbers; the list will not say when.
  public void writeUndated(String from, String to, String body) {
    undated.add(write(from, to, body, 0).sid());
  }

  /// From now on the lists of pictures are not found.
  public void loseMedia() {
    mediaLost = true;
  }

  /// The parameters of the webhook for a received message.
  public Map<String, String> form(Text text) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ToCountry", "FR");
    form.put("SmsMessageSid", text.sid());
    form.put("NumMedia", Integer.toString(text.media()));
    form.put("SmsSid", text.sid());
    form.put("SmsStatus", "received");
    form.put("Body", text.body());
    form.put("FromCountry", "FR");
    form.put("To", text.to());
    form.put("NumSegments", "1");
    form.put("MessageSid", text.sid());
    form.put("AccountSid", ACCOUNT);
    form.put("From", text.from());
    form.put("ApiVersion", "2010-04-01");
    for (int i = 0; i < text.media(); i++) {
      form.put("MediaUrl" + i, apiUrl() + media(text, i));
      form.put("MediaContentType" + i, "image/jpeg");
    }
    return form;
  }

  /// Reports on a message of ours to the URL that was given with it.
  public HttpResponse<String> report(
      Text text, String status, @Nullable String error, URI publicUrl, URI reallyAt) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("MessageSid", text.sid());
    form.put("MessageStatus", status);
    form.put("To", text.to());
    form.put("From", text.from());
    form.put("AccountSid", ACCOUNT);
    form.put("ApiVersion", "2010-04-01");
    if (error != null) {
      form.put("ErrorCode", error);
    }
    String callback = String.valueOf(text.callback());
    return post(callback.replace(publicUrl.toString(), ""), form, publicUrl, reallyAt);
  }

  /// Posts a form as Twilio does: signed for the public URL, sent to where it leads.
  public HttpResponse<String> post(
      String path, Map<String, String> form, URI publicUrl, URI reallyAt) {
    return post(path, form, Signature.of(TOKEN, publicUrl + path, form), reallyAt);
  }

  /// Posts a form with that signature.
  public HttpResponse<String> post(
      String path, Map<String, String> form, String signature, URI reallyAt) {
    StringBuilder body = new StringBuilder();
    form.forEach((name, value) -> body.append('&').append(encode(name) + "=" + encode(value)));
    return postBody(path, body.isEmpty() ? "" : body.substring(1), signature, reallyAt);
  }

  /// Posts a body, whatever it is.
  HttpResponse<String> postBody(String path, String body, String signature, URI reallyAt) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(reallyAt + path))
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("X-Twilio-Signature", signature)
            .header("User-Agent", "TwilioProxy/1.1")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
    vertx.close().await();
  }

  private void accept(HttpServerRequest request) {
    request
        .body()
        .onSuccess(body -> Thread.startVirtualThread(() -> answer(request, body.toString())));
  }

  private void answer(HttpServerRequest request, String body) {
    String path = String.valueOf(request.path());
    String messages = "/2010-04-01/Accounts/" + ACCOUNT + "/Messages";
    Fault outage = down;
    if (outage instanceof Fault.Refused(int status, int code)) {
      error(request, status, code, "Service Unavailable");
    } else if (outage != null) {
      request.connection().close();
    } else if (!authorized(request)) {
      error(request, 401, 20003, "Authenticate");
    } else if (path.equals(messages + ".json") && request.method().equals(HttpMethod.POST)) {
      create(request, parameters(new QueryStringDecoder(body, false)));
    } else if (path.equals(messages + ".json")) {
      list(request);
    } else if (path.startsWith(messages + "/") && path.endsWith("/Media.json") && !mediaLost) {
      listMedia(request, path.substring(messages.length() + 1, path.length() - 11));
    } else {
      error(request, 404, 20404, "The requested resource was not found");
    }
  }

  private static boolean authorized(HttpServerRequest request) {
    String expected =
        Base64.getEncoder()
            .encodeToString((ACCOUNT + ":" + TOKEN).getBytes(StandardCharsets.UTF_8));
    return ("Basic " + expected).equals(request.getHeader("Authorization"));
  }

  private void create(HttpServerRequest request, Map<String, String> form) {
    posts.incrementAndGet();
    switch (faults.poll()) {
      case null -> accept(request, form);
      case Fault.Refused(int status, int code) -> error(request, status, code, "refused");
      case Fault.TooMany(String retryAfter) -> {
        request.response().putHeader("Retry-After", retryAfter);
        error(request, 429, 20429, "Too Many Requests");
      }
      case Fault.LeftButError(int status) -> {
        keep(form);
        error(request, status, 0, "Internal Server Error");
      }
      case Fault.LeftButCut() -> {
        keep(form);
        request.connection().close();
      }
      case Fault.Cut() -> request.connection().close();
      case Fault.LeftButSilent() -> {
        keep(form);
      }
    }
  }

  private void accept(HttpServerRequest request, Map<String, String> form) {
    if (!form.containsKey("To")) {
      error(request, 400, 21604, "A 'To' phone number is required.");
    } else if (!form.containsKey("From")) {
      error(request, 400, 21603, "A 'From' phone number is required.");
    } else if (form.getOrDefault("Body", "").isEmpty()) {
      error(request, 400, 21602, "Message body is required.");
    } else if (form.getOrDefault("Body", "").length() > 1600) {
      error(request, 400, 21617, "The concatenated message body exceeds the limit.");
    } else {
      respond(request, 201, resource(keep(form)));
    }
  }

  private Text keep(Map<String, String> form) {
    return keep(
        form.getOrDefault("From", ""),
        form.getOrDefault("To", ""),
        form.getOrDefault("Body", ""),
        "outbound-api",
        0,
        form.get("StatusCallback"));
  }

  private Text keep(
      String from, String to, String body, String direction, int media, @Nullable String callback) {
    String sid = String.format("SM%032x", sequence.incrementAndGet());
    Text text = new Text(sid, from, to, body, direction, media, clock.instant(), callback);
    texts.add(text);
    return text;
  }

  private void list(HttpServerRequest request) {
    pages.incrementAndGet();
    URI uri = URI.create(request.uri());
    Map<String, String> query = parameters(new QueryStringDecoder(uri.toString()));
    int size = Integer.parseInt(query.getOrDefault("PageSize", "" + PAGE));
    int page = Integer.parseInt(query.getOrDefault("Page", "0"));
    List<Map<String, @Nullable Object>> matching = new ArrayList<>();
    for (Text text : texts.reversed()) {
      boolean hidden = receivedHidden && text.direction().equals("inbound");
      if (!hidden && matches(text, query)) {
        matching.add(resource(text));
      }
    }
    int from = Math.min(matching.size(), page * size);
    int to = Math.min(matching.size(), from + size);
    Map<String, @Nullable Object> answer = new HashMap<>();
    answer.put("messages", matching.subList(from, to));
    answer.put("page", page);
    answer.put("page_size", size);
    answer.put("uri", uri.toString());
    answer.put("next_page_uri", to < matching.size() ? next(uri, query, page + 1) : null);
    respond(request, 200, answer);
  }

  private static boolean matches(Text text, Map<String, String> query) {
    String since = query.get("DateSent>");
    return text.to().equals(query.getOrDefault("To", text.to()))
        && text.from().equals(query.getOrDefault("From", text.from()))
        && (since == null
            || !text.at().isBefore(Instant.parse(since.endsWith("Z") ? since : since + "Z")));
  }

  private static String next(URI uri, Map<String, String> query, int page) {
    Map<String, String> next = new LinkedHashMap<>(query);
    next.put("Page", "" + page);
    List<String> pairs = new ArrayList<>();
    next.forEach((name, value) -> pairs.add(encode(name) + "=" + encode(value)));
    return uri.getPath() + "?" + String.join("&", pairs);
  }

  private void listMedia(HttpServerRequest request, String sid) {
    List<Map<String, @Nullable Object>> media = new ArrayList<>();
    for (Text text : texts) {
      for (int i = 0; text.sid().equals(sid) && i < text.media(); i++) {
        Map<String, @Nullable Object> one = new HashMap<>();
        one.put("sid", "ME" + i);
        one.put("parent_sid", sid);
        one.put("content_type", "image/jpeg");
        one.put("uri", media(text, i) + ".json");
        media.add(one);
      }
    }
    Map<String, @Nullable Object> answer = new HashMap<>();
    answer.put("media_list", media);
    answer.put("page", 0);
    answer.put("page_size", PAGE);
    answer.put("next_page_uri", null);
    respond(request, 200, answer);
  }

  private static String media(Text text, int i) {
    return "/2010-04-01/Accounts/" + ACCOUNT + "/Messages/" + text.sid() + "/Media/ME" + i;
  }

  private Map<String, @Nullable Object> resource(Text text) {
    String sent = RFC_2822.format(text.at().atZone(ZoneOffset.UTC));
    String at = undated.contains(text.sid()) ? null : sent;
    boolean inbound = text.direction().equals("inbound");
    Map<String, @Nullable Object> resource = new HashMap<>();
    resource.put("sid", text.sid());
    resource.put("account_sid", ACCOUNT);
    resource.put("api_version", "2010-04-01");
    resource.put("from", text.from());
    resource.put("to", text.to());
    resource.put("body", text.body());
    resource.put("direction", text.direction());
    resource.put("status", inbound ? "received" : "queued");
    resource.put("num_media", "" + text.media());
    resource.put("num_segments", "1");
    resource.put("date_created", at);
    resource.put("date_updated", at);
    resource.put("date_sent", inbound ? at : null);
    resource.put("error_code", null);
    return resource;
  }

  private void error(HttpServerRequest request, int status, int code, String message) {
    Map<String, @Nullable Object> body = new HashMap<>();
    body.put("status", status);
    body.put("code", code == 0 ? null : code);
    body.put("message", message);
    respond(request, status, body);
  }

  private void respond(HttpServerRequest request, int status, Map<String, ?> body) {
    String now =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.instant().atZone(ZoneOffset.UTC));
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .putHeader("Date", now)
        .end(new JsonObject(new HashMap<>(body)).encode());
  }

  private static Map<String, String> parameters(QueryStringDecoder decoder) {
    Map<String, String> single = new HashMap<>();
    decoder.parameters().forEach((name, values) -> single.put(name, values.getFirst()));
    return single;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
