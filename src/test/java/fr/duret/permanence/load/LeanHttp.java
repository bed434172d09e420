package fr.duret.permanence.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// As much of HTTP/1.1 as Twilio and the service speak with each other on a kept connection: so
/// little that the load costs next to nothing beside the service.
final class LeanHttp {

  private static final String LENGTH = "content-length:";

  private LeanHttp() {}

  /// A request or an answer.
  ///
  /// @param first its first line
  /// @param body what came with it
  /// @param begun when its first byte was read, by the machine's monotonic clock
  record Message(String first, String body, long begun) {}

  /// Reads the next one.
  ///
  /// @throws IOException if the other side has ended the connection
  static Message read(BufferedInputStream in) throws IOException {
    in.mark(1);
    if (in.read() < 0) {
      throw new IOException("the connection was closed");
    }
    long begun = System.nanoTime();
    in.reset();
    List<String> head = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      head.add(line);
    }
    int length =
        head.stream()
            .map(line -> line.toLowerCase(Locale.ROOT))
            .filter(line -> line.startsWith(LENGTH))
            .mapToInt(line -> Integer.parseInt(line.substring(LENGTH.length()).strip()))
            .findFirst()
            .orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    return new Message(head.getFirst(), body, begun);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("the connection was cut");
      }
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  /// The bytes of a message with that head, whose lines have no ends, and body.
  static byte[] written(String body, String... head) {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String text = String.join("\r\n", head) + "\r\nContent-Length: " + content.length + "\r\n\r\n";
    return (text + body).getBytes(StandardCharsets.UTF_8);
  }
}
