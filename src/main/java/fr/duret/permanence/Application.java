package fr.duret.permanence;

import fr.duret.permanence.api.ApiRoutes;
import fr.duret.permanence.api.Tokens;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.http.Handlers;
import fr.duret.permanence.http.HealthRoutes;
import fr.duret.permanence.http.HttpServers;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.store.Store;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The running product: the core, the edges that its mode needs, and the ports it listens on.
final class Application implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  /// Larger than any webhook of a provider; beyond it a request is refused.
  private static final long LARGEST_BODY = 64 * 1024;

  private final Vertx vertx;
  private final HttpServers servers;
  private final Router router;
  private final Metrics metrics;
  private final Settings settings;
  private final Core core;
  private final Opened opened;
  private int port;
  private volatile boolean closed;

  /// Its parts are open; nothing listens yet.
  private Application(
      Settings settings, Core core, Metrics metrics, Optional<TwilioEdge> twilio, Opened opened) {
    this.settings = settings;
    this.core = core;
    this.metrics = metrics;
    this.opened = opened;
    this.vertx = Vertx.vertx();
    opened.add(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
    this.servers = opened.add(new HttpServers(vertx));
    this.router = Router.router(vertx);
    Handlers.answerFailures(router, metrics.refusedBodies()::increment);
    Base base = core.base();
    new HealthRoutes(
            Map.of("store", base.store()::alive, "node", base.nodes()::working),
            Map.of("dialogue", () -> dialogue(core)))
        .mount(router);
    router.route().handler(Handlers.unless(base.store()::ended, 503, "the store is gone"));
    // The webhooks read their bodies themselves, so they come before whatever else does.
    twilio.ifPresent(edge -> edge.start(router, base, metrics.registry()));
    router.route().handler(Handlers.bodies(LARGEST_BODY));
    metrics.follow(core);
  }

  /// Starts production: a real clock, real providers.
  ///
  /// @throws IOException if the company file cannot be read
  /// @throws RuntimeException if anything cannot be opened; what was open is closed again
  static Application production(Settings settings) throws IOException {
    return production(settings, Clocks.of(InstantSource.system()));
  }

  /// The same on other clocks.
  static Application production(Settings settings, Clocks clocks) throws IOException {
    return production(settings, clocks, Store::open);
  }

  /// The same with another way to open the store: measurements watch what is asked of it.
  static Application production(Settings settings, Clocks clocks, Function<String, Store> stores)
      throws IOException {
    Path file = settings.company().orElseThrow();
    Company company = CompanyFile.read(file.toString(), Files.readString(file));
    checkPorts(settings.http());
    return Opened.whole(opened -> {
      Store store = opened.add(stores.apply(settings.storeUri()));
      TwilioEdge twilio =
          opened.add(
              new TwilioEdge(
                  settings.twilio().orElseThrow(), settings.http().publicUrl(), clocks.business()));
      return store.explaining(() -> production(settings, company, clocks, store, twilio, opened));
    });
  }

  private static Application production(
      Settings settings,
      Company company,
      Clocks clocks,
      Store store,
      TwilioEdge twilio,
      Opened opened) {
    Metrics metrics = new Metrics();
    Core core =
        opened.add(
            new Core(
                settings,
                company,
                store,
                clocks,
                Map.of(Channel.SMS, twilio.transport()),
                twilio::twoWay,
                metrics::timed));
    Application application = new Application(settings, core, metrics, Optional.of(twilio), opened);
    core.start();
    application.mountApi(settings.apiTokens());
    application.listen();
    return application;
  }

  /// Starts the demonstration: a clock that can be set, telephones on a page.
  ///
  /// @param start local time to begin at
  /// @param seeded whether clients and visits are there
  /// @throws IOException if the company file cannot be read
  static Application demo(Settings settings, LocalDateTime start, boolean seeded)
      throws IOException {
    Demo demo = new Demo(settings, start, seeded);
    return Opened.whole(opened -> {
      opened.add(demo);
      Metrics metrics = new Metrics();
      Core core = opened.add(demo.core(metrics::timed));
      Application application = new Application(settings, core, metrics, demo.twilio(), opened);
      core.start();
      demo.mount(application.router, core);
      application.mountApi(demo.tokens());
      application.listen();
      return application;
    });
  }

  /// The errors themselves stand in the log: probes are open to anybody.
  private static String dialogue(Core core) {
    int wrong = core.problemsOfFiles().size();
    return wrong == 0
        ? "the saved flows and templates are in force"
        : wrong + " errors in the saved flows and templates: the former ones are in force";
  }

  private void mountApi(Map<String, String> tokens) {
    new ApiRoutes(
            new ApiRoutes.Features(
                core.clients(), core.booking(), core.desk(), core.history(), core.base().outbox()),
            new Tokens(tokens),
            core.base().clock(),
            core.company().zone())
        .mount(router);
  }

  /// A process that could not listen must not touch the store, nor ask anything of providers.
  private static void checkPorts(Settings.Http http) {
    HttpServers.check(http.host(), http.port());
    if (http.adminPort() >= 0) {
      HttpServers.check(http.host(), http.adminPort());
    }
  }

  private void listen() {
    Settings.Http http = settings.http();
    if (http.adminPort() < 0) {
      metrics.mount(router);
    } else {
      Router admin = Router.router(vertx);
      metrics.mount(admin);
      servers.listen(http.host(), http.adminPort(), admin);
    }
    port = servers.listen(http.host(), http.port(), router);
    long uptime = ManagementFactory.getRuntimeMXBean().getUptime();
    LOG.info("ready on port {} after {} ms", port, uptime);
  }

  /// The port it listens on.
  int port() {
    return port;
  }

  /// What is inside; for tests.
  Core core() {
    return core;
  }

  /// Calls the listener if this process must end: its store has failed for good, or others have
  /// taken its work over.
  void onFailure(Consumer<Throwable> listener) {
    Consumer<Throwable> unlessStopping =
        cause -> {
          if (!closed) {
            listener.accept(cause);
          }
        };
    core.base().store().onFailure(unlessStopping);
    core.base()
        .nodes()
        .onDeposed(() -> unlessStopping.accept(new IllegalStateException("it was deposed")));
  }

  /// Stops cleanly: no new request, what runs is finished.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    opened.close();
    LOG.info("stopped");
  }
}
