package fr.duret.permanence.channel.sms;

import com.twilio.exception.ApiConnectionException;
import com.twilio.http.Request;
import com.twilio.http.Response;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;

/// How Twilio's SDK reaches its server: at any URL, within a bounded time, and never twice.
///
/// The SDK's own client repeats a request that failed with 429 or 5xx; a POST that sends a message
/// may not be repeated before it is known that the first one did not leave.
final class TwilioHttp extends com.twilio.http.HttpClient implements AutoCloseable {

  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final int TOO_MANY = 429;

  private final URI apiUrl;
  private final Duration longest;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  /// A client of that server.
  ///
  /// @param longest the longest that a request takes, connecting included
  TwilioHttp(URI apiUrl, Duration longest) {
    this.apiUrl = apiUrl;
    this.longest = longest;
  }

  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  /// Sends it once.
  ///
  /// @throws RateLimited if we have asked too much
  /// @throws ApiConnectionException if no answer came; the cause tells whether it was connected
  @Override
  public Response makeRequest(Request request) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(translate(request), HttpResponse.BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
      if (response.statusCode() == TOO_MANY) {
        HttpHeaders headers = response.headers();
        throw RateLimited.of(headers.firstValue("Retry-After"), headers.firstValue("Date"));
      }
      return new Response(
          new ByteArrayInputStream(response.body()), response.statusCode(), headers(response));
    } catch (ExecutionException e) {
      throw new ApiConnectionException("no answer", e.getCause());
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new ApiConnectionException("no answer in time", e);
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw new ApiConnectionException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest translate(Request request) {
    HttpRequest.Builder translated =
        HttpRequest.newBuilder(target(request))
            .header("Authorization", request.getAuthString())
            .header("Accept", "application/json");
    if (request.getMethod() == com.twilio.http.HttpMethod.GET) {
      return translated.GET().build();
    }
    return translated
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(request.encodeFormBody()))
        .build();
  }

  private URI target(Request request) {
    URI asked = URI.create(request.constructURL().toString());
    String query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
    return URI.create(TwilioUrls.base(apiUrl) + asked.getRawPath() + query);
  }

  private static Header[] headers(HttpResponse<?> response) {
    return response.headers().map().entrySet().stream()
        .map(entry -> new BasicHeader(entry.getKey(), entry.getValue().getFirst()))
        .toArray(Header[]::new);
  }
}
