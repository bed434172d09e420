package fr.duret.permanence.geo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The adapters against servers that answer as the public ones do.
class MapServersTest {

  private static final Point SEYNOD = new Point(45.8855, 6.0883);
  private static final Point ANNECY = new Point(45.9088, 6.1257);

  private static final String ADDRESS =
      """
      {"type":"FeatureCollection","features":[{"type":"Feature",
       "geometry":{"type":"Point","coordinates":[6.1261,45.8996]},
       "properties":{"score":0.96,"type":"housenumber","city":"Annecy"}}]}
      """;
  private static final String TABLE = "{\"code\":\"Ok\",\"durations\":[[0,612.3],[null,0]]}";

  private static final String CALL =
      "/6.08830,45.88550;6.12570,45.90880;6.08830,45.88550;6.12570,45.90880"
          + "?annotations=duration&sources=0;1&destinations=2;3";

  private final TravelTimes distances = new DistanceTravelTimes();
  private final AtomicLong nanos = new AtomicLong();
  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private HttpServer server;
  private volatile int status = 200;
  private volatile String answer = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::reply);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void anAddressIsFoundOnceAndRemembered() {
    answer = ADDRESS;
    Geocoder ban = new BanGeocoder(base(), (street, postcode, commune) -> Optional.empty());
    Optional<Geocoder.Found> found = ban.find("12 rue de la Mairie", "74000", "Annecy");
    assertThat(found).contains(new Geocoder.Found(new Point(45.8996, 6.1261), "Annecy", true));
    assertThat(ban.find("12 rue de la Mairie", "74000", "Annecy")).isEqualTo(found);
    assertThat(asked).singleElement().asString().contains("q=12+rue+de+la+Mairie+74000+Annecy");
  }

  @Test
  void theTableOfCommunesAnswersWhenTheAddressBaseFails() {
    status = 503;
    Geocoder ban = new BanGeocoder(base(), new CommuneGeocoder(Communes.load()));
    assertThat(ban.find("1 rue X", "74600", "Seynod"))
        .hasValueSatisfying(found -> assertThat(found.precise()).isFalse());
    answer = ADDRESS;
    status = 200;
    assertThat(ban.find("1 rue X", "74600", "Seynod"))
        .as("a failure is not remembered")
        .hasValueSatisfying(found -> assertThat(found.precise()).isTrue());
  }

  @Test
  void manyRoadTimesComeFromOneCallAndDistancesWhereTheServerKnowsNoRoad() {
    answer = TABLE;
    TravelTimes osrm = osrm();
    List<Point> both = List.of(SEYNOD, ANNECY);
    int[][] times = {{0, 613}, {distances.seconds(ANNECY, SEYNOD), 0}};
    assertThat(MarginTravelTimes.usual(osrm).table(both, both)[0])
        .containsExactly(0, 613 + 62 + 180);
    assertThat(asked).singleElement().asString().endsWith(CALL);
    assertThat(osrm.table(both, both)).isDeepEqualTo(times);
  }

  @Test
  void aTableTooLargeForOneCallIsAskedForInParts() {
    answer = "{\"durations\":[]}";
    osrm().table(List.of(SEYNOD), points(150));
    assertThat(asked).hasSize(2).allSatisfy(call -> assertThat(call).contains("sources=0&"));
    assertThat(asked.getFirst()).endsWith(";98;99");
    asked.clear();
    osrm().table(points(60), points(60));
    assertThat(asked).hasSize(4);
  }

  @Test
  void distancesStandInWhenTheRoadServerFailsWhichIsThenLeftAloneForAWhile() {
    status = 500;
    TravelTimes osrm = osrm();
    assertThat(osrm.seconds(SEYNOD, ANNECY)).isEqualTo(distances.seconds(SEYNOD, ANNECY));
    assertThat(osrm.table(points(60), points(60)).length).isEqualTo(60);
    assertThat(asked).as("asked once, and no more").hasSize(1);

    nanos.addAndGet(Duration.ofSeconds(31).toNanos());
    status = 200;
    answer = "{\"durations\":[[612.3]]}";
    assertThat(osrm.seconds(SEYNOD, ANNECY)).isEqualTo(613);
  }

  private TravelTimes osrm() {
    return new OsrmTravelTimes(base(), distances, nanos::get);
  }

  private static List<Point> points(int count) {
    return IntStream.range(0, count).mapToObj(i -> new Point(45 + i / 1000.0, 6)).toList();
  }

  private URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void reply(HttpExchange exchange) throws IOException {
    asked.add(exchange.getRequestURI().toString());
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
