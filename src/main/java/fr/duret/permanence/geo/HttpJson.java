package fr.duret.permanence.geo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// Asks a public service for JSON, briefly: a caller on the line cannot wait for a slow map.
final class HttpJson {

  private static final Duration TIME_OUT = Duration.ofSeconds(2);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(TIME_OUT).build();
  private final ObjectMapper mapper = new ObjectMapper();

  /// The answer of a GET.
  ///
  /// @throws IOException if there is none within two seconds, or it is no JSON, or no success
  JsonNode get(URI uri) throws IOException {
    HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIME_OUT).GET().build();
    try {
      HttpResponse<byte[]> answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException("status " + answer.statusCode());
      }
      return mapper.readTree(answer.body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }
}
