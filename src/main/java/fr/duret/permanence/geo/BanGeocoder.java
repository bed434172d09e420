package fr.duret.permanence.geo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds addresses in the national address base (BAN), as served by the Géoplateforme under
/// `geocodage/search`. Answers are cached; when it fails, another geocoder answers instead.
public final class BanGeocoder implements Geocoder {

  private static final Logger LOG = LoggerFactory.getLogger(BanGeocoder.class);

  /// Below this score (0 to 1) the base itself is guessing.
  private static final double TRUSTED = 0.5;

  private final URI base;
  private final Geocoder otherwise;
  private final HttpJson http = new HttpJson();
  private final LruCache<String, Optional<Found>> cache = new LruCache<>(10_000);

  /// A geocoder that asks a server.
  ///
  /// @param base the server, without `geocodage/search`
  /// @param otherwise who answers when the server fails
  public BanGeocoder(URI base, Geocoder otherwise) {
    this.base = base;
    this.otherwise = otherwise;
  }

  @Override
  public Optional<Found> find(String street, String postcode, String commune) {
    String query =
        Stream.of(street, postcode, commune)
            .filter(part -> !part.isBlank())
            .collect(Collectors.joining(" "));
    if (query.isEmpty()) {
      return Optional.empty();
    }
    Optional<Optional<Found>> known = cache.get(query);
    return known.orElseGet(() -> ask(query, street, postcode, commune));
  }

  private Optional<Found> ask(String query, String street, String postcode, String commune) {
    try {
      String q = URLEncoder.encode(query, StandardCharsets.UTF_8);
      Optional<Found> found = read(http.get(base.resolve("/geocodage/search?limit=1&q=" + q)));
      Optional<Found> answer = found.or(() -> otherwise.find(street, postcode, commune));
      cache.put(query, answer);
      return answer;
    } catch (IOException unreachable) {
      LOG.warn("address base does not answer ({}): the default stands in", unreachable.toString());
      return otherwise.find(street, postcode, commune);
    }
  }

  private static Optional<Found> read(JsonNode answer) {
    JsonNode feature = answer.path("features").path(0);
    JsonNode properties = feature.path("properties");
    JsonNode at = feature.path("geometry").path("coordinates");
    if (at.size() < 2 || properties.path("score").asDouble() < TRUSTED) {
      return Optional.empty();
    }
    Point point = new Point(at.path(1).asDouble(), at.path(0).asDouble());
    String type = properties.path("type").asText();
    boolean precise = type.equals("housenumber") || type.equals("street");
    return Optional.of(new Found(point, properties.path("city").asText(), precise));
  }
}
