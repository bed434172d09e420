package fr.duret.permanence;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import fr.duret.permanence.booking.Seeding;
import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.TechnicianSpec;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.load.Crowd;
import fr.duret.permanence.load.TwilioSink;
import fr.duret.permanence.load.Webhooks;
import fr.duret.permanence.load.WriteRecorder;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// The whole production application with a company of some technicians, visits booked in the next
/// 15 working days and many clients; a lean provider, and a recorder of what it writes.
///
/// Replies leave at once: `reply.quiet` is 0, because that wait is chosen by the operator and would
/// only add itself to every figure.
final class LoadedService implements AutoCloseable {

  private static final String PUBLIC = "https://bot.example.fr";
  private static final String OURS = "+33939010203";
  private static final String DATABASE = "permanence";
  private static final int DAYS = 15;
  private static final int IN_THE_DEMO = 4;
  private static final long POLL_NANOS = 20_000_000;

  /// How much there is.
  ///
  /// @param clients who may write; the first of them have visits and never do
  record Size(int technicians, int visits, int clients) {}

  private final WriteRecorder recorder = new WriteRecorder();
  private final TwilioSink sink = TwilioSink.start();
  private final Application application;
  private final String uri;
  private final Size size;
  private final Store store;
  private final Webhooks webhooks;
  private final MongoClient direct;
  private final MongoDatabase database;
  private final Map<String, List<Document>> agenda = new HashMap<>();

  /// Starts it on that store, which must be empty.
  ///
  /// @param folder for its configuration
  /// @param uri the store's
  LoadedService(Path folder, String uri, Size size) throws IOException {
    this.uri = uri;
    this.size = size;
    this.store = Store.open(uri, settings -> settings.addCommandListener(recorder));
    this.application =
        Application.production(
            settings(folder, uri), Clocks.of(InstantSource.system()), same -> store);
    this.webhooks = new Webhooks(application.port(), PUBLIC, OURS);
    this.direct = MongoClients.create(address(store, uri));
    this.database = direct.getDatabase(databaseName(uri));
    seed();
    remember();
  }

  /// The store to measure on: the one asked for, else a new database on the real server that
  /// PERMANENCE_TEST_MONGODB names, else an embedded one in that folder.
  static String uri(Path folder, String asked) {
    String server = System.getenv().getOrDefault("PERMANENCE_TEST_MONGODB", "");
    if (!asked.isEmpty()) {
      return asked;
    }
    return server.isEmpty()
        ? "embedded:" + folder.resolve("data")
        : withDatabase(server, "load-" + UUID.randomUUID());
  }

  /// The same kind of store once more.
  String beside(String name) {
    return store.embedded().isPresent()
        ? uri + "-" + name
        : withDatabase(uri, databaseName(uri) + "-" + name);
  }

  private static String withDatabase(String uri, String name) {
    int options = uri.indexOf('?');
    String server = options < 0 ? uri : uri.substring(0, options);
    int path = server.indexOf('/', "mongodb://".length());
    return (path < 0 ? server : server.substring(0, path))
        + "/"
        + name
        + (options < 0 ? "" : uri.substring(options));
  }

  /// How a client of its own reaches an open store.
  static String address(Store store, String uri) {
    return store.embedded().map(EmbeddedServer::connectionString).orElse(uri);
  }

  /// The database that a store's URI names.
  static String databaseName(String uri) {
    @Nullable String named =
        uri.startsWith("embedded:") ? null : new ConnectionString(uri).getDatabase();
    return named == null ? DATABASE : named;
  }

  private Settings settings(Path folder, String uri) throws IOException {
    Path company = Files.writeString(folder.resolve("company.yaml"), company());
    String yaml =
        """
        http: {host: 127.0.0.1, port: 0, adminPort: -1, publicUrl: "%s"}
        store: {uri: "%s"}
        twilio: {accountSid: %s, authToken: %s, apiUrl: "%s", number: "%s"}
        company: %s
        reply: {quiet: "0s"}
        """
            .formatted(PUBLIC, uri, Webhooks.ACCOUNT, Webhooks.TOKEN, sink.apiUrl(), OURS, company);
    Path config = Files.writeString(folder.resolve("permanence.yaml"), yaml);
    return SettingsReader.serve(config, Map.of(), Path.of("."));
  }

  private String company() throws IOException {
    String demo = Files.readString(Path.of("src/main/resources/demo/company.yaml"));
    StringBuilder more = new StringBuilder();
    for (int i = IN_THE_DEMO; i < size.technicians; i++) {
      more.append(technician(i));
    }
    return demo.replace("meetings:", more + "meetings:");
  }

  private static String technician(int i) {
    return String.format(
        Locale.ROOT,
        """
          - id: more-%1$d
            firstName: Paul
            number: 06 39 98 10 %1$02d
            skills: [courant]
            home: {street: 1 rue Royale, postcode: "74000", commune: Annecy, lat: 45.9%1$02d, lon: 6.1%1$02d}
            hours: [08:00-12:00, 14:00-18:00]
        """,
        i);
  }

  private void seed() {
    LocalDate today = LocalDate.now(core().company().zone());
    List<Client> clients = Crowd.clients(0, size.clients, today);
    core().clients().addAll(clients);
    core().booking().seed(Crowd.wanted(clients.subList(0, size.visits)), gaps(today));
  }

  /// Windows in turn, twice as many as are needed: some fit nobody.
  private List<Seeding.Gap> gaps(LocalDate today) {
    List<TechnicianSpec> technicians = core().company().technicians();
    List<Hours> windows = core().company().services().getFirst().windows();
    List<LocalDate> days =
        today
            .plusDays(1)
            .datesUntil(today.plusDays(2 * DAYS))
            .filter(Holidays::isWorkingDay)
            .limit(DAYS)
            .toList();
    List<Seeding.Gap> gaps = new ArrayList<>();
    for (int i = 0; i < 2 * size.visits; i++) {
      int round = i / DAYS;
      gaps.add(
          new Seeding.Gap(
              days.get(i % DAYS),
              technicians.get(round % technicians.size()).id(),
              windows.get((round / technicians.size() + i) % windows.size()),
              Optional.empty()));
    }
    return gaps;
  }

  private void remember() {
    for (String name : List.of("days", "visits")) {
      agenda.put(name, database.getCollection(name).find().into(new ArrayList<>()));
    }
  }

  /// Puts the days and visits ahead back as they were at the start, so that they never fill up.
  void clear(MongoDatabase... databases) {
    String today = LocalDate.now(core().company().zone()).toString();
    for (MongoDatabase each : databases) {
      each.getCollection("days").deleteMany(new Document());
      each.getCollection("visits").deleteMany(Filters.gte("day", today));
      agenda.forEach((name, documents) -> each.getCollection(name).insertMany(documents));
    }
  }

  /// Waits until nothing is left to do.
  void settle() {
    settle(core().works().values());
  }

  /// Waits until all turns and what follows from them are done, but not for the days to be
  /// improved.
  void settleTurns() {
    Map<String, Work> works = new HashMap<>(core().works());
    works.remove("planning");
    settle(works.values());
  }

  private static void settle(Collection<Work> works) {
    while (!works.stream().allMatch(Work::idle)) {
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  Core core() {
    return application.core();
  }

  Store store() {
    return store;
  }

  MongoDatabase database() {
    return database;
  }

  WriteRecorder recorder() {
    return recorder;
  }

  TwilioSink sink() {
    return sink;
  }

  Webhooks webhooks() {
    return webhooks;
  }

  @Override
  public void close() throws IOException {
    direct.close();
    application.close();
    webhooks.close();
    sink.close();
  }
}
