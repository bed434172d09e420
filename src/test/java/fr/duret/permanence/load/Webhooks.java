package fr.duret.permanence.load;

import fr.duret.permanence.channel.sms.Signature;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Posts signed webhooks of received messages, as Twilio does, over kept connections.
public final class Webhooks implements AutoCloseable {

  /// The account whose messages these are.
  public static final String ACCOUNT = "AC" + "0".repeat(32);

  /// Its secret.
  public static final String TOKEN = "a-secret-token";

  private static final String PATH = "/twilio/sms";
  private static final AtomicLong SEQUENCE = new AtomicLong();

  private final int port;
  private final String publicUrl;
  private final String ours;
  private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();

  private record Connection(Socket socket, BufferedInputStream in) {}

  /// Posts to the service on that port.
  ///
  /// @param publicUrl what it takes itself to be reached at: signatures are made with it
  /// @param ours the number written to
  public Webhooks(int port, String publicUrl, String ours) {
    this.port = port;
    this.publicUrl = publicUrl;
    this.ours = ours;
  }

  /// A webhook that is ready to be posted.
  ///
  /// @param form its parameters
  /// @param signature the signature over them
  public record Webhook(Map<String, String> form, String signature) {}

  /// The webhook of a new message from that number.
  public Webhook of(String from, String text) {
    String sid = String.format("SM%032x", SEQUENCE.incrementAndGet());
    Map<String, String> form = new LinkedHashMap<>();
    form.put("ToCountry", "FR");
    form.put("SmsMessageSid", sid);
    form.put("NumMedia", "0");
    form.put("SmsSid", sid);
    form.put("SmsStatus", "received");
    form.put("Body", text);
    form.put("FromCountry", "FR");
    form.put("To", ours);
    form.put("NumSegments", "1");
    form.put("MessageSid", sid);
    form.put("AccountSid", ACCOUNT);
    form.put("From", from);
    form.put("ApiVersion", "2010-04-01");
    return new Webhook(form, Signature.of(TOKEN, url(), form));
  }

  /// The URL that is signed.
  public String url() {
    return publicUrl + PATH;
  }

  /// Posts it and waits for the answer.
  ///
  /// @throws IllegalStateException if the answer is not 200
  public void post(Webhook webhook) {
    try {
      @Nullable Connection free = idle.poll();
      Connection connection = free == null ? connect() : free;
      connection.socket.getOutputStream().write(bytes(webhook));
      String status = LeanHttp.read(connection.in).first();
      if (!status.contains(" 200 ")) {
        throw new IllegalStateException("the webhook was answered: " + status);
      }
      idle.add(connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (Connection connection : idle) {
      connection.socket.close();
    }
  }

  private Connection connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    return new Connection(socket, new BufferedInputStream(socket.getInputStream()));
  }

  private byte[] bytes(Webhook webhook) {
    StringBuilder body = new StringBuilder();
    webhook.form.forEach((name, value) ->
        body.append(body.isEmpty() ? "" : "&").append(name).append('=').append(coded(value)));
    return LeanHttp.written(
        body.toString(),
        "POST " + PATH + " HTTP/1.1",
        "Host: 127.0.0.1:" + port,
        "Content-Type: application/x-www-form-urlencoded; charset=UTF-8",
        "X-Twilio-Signature: " + webhook.signature,
        "User-Agent: TwilioProxy/1.1");
  }

  private static String coded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
