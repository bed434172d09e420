package fr.duret.permanence;

import fr.duret.permanence.api.Tokens;
import fr.duret.permanence.channel.simulator.KeptClock;
import fr.duret.permanence.channel.simulator.OfficeRoutes;
import fr.duret.permanence.channel.simulator.OfficeView;
import fr.duret.permanence.channel.simulator.SettableClock;
import fr.duret.permanence.channel.simulator.SimulatedProvider;
import fr.duret.permanence.channel.simulator.SimulatorRoutes;
import fr.duret.permanence.channel.simulator.TimeTravel;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.demo.SeededCompany;
import fr.duret.permanence.journal.Handler;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.outbox.Transport;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.store.Store;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the demonstration has in place of providers and of the real clock.
final class Demo implements AutoCloseable {

  private static final String COMPANY = "/demo/company.yaml";
  private static final String TOKEN = "demo";
  private static final String NUMBER = "+33939010203";
  private static final List<OfficeView.Phone> PHONES =
      List.of(
          new OfficeView.Phone("M. Dupont", "06 12 34 56 78"),
          new OfficeView.Phone("06 39 98 70 01", "06 39 98 70 01"));

  private final Settings settings;
  private final Company company;
  private final Store store;
  private final KeptClock keptClock;
  private final SettableClock clock;
  private final SimulatedProvider provider;
  private final Optional<TwilioEdge> twilio;
  private final boolean seeded;

  /// Opens its store and sets its clock.
  ///
  /// @param start local time to begin at, unless the store has seen a later one
  /// @param seeded whether clients and visits shall be there
  Demo(Settings settings, LocalDateTime start, boolean seeded) throws IOException {
    this.settings = settings;
    this.company = company(settings);
    this.store = Store.open(settings.storeUri());
    this.keptClock =
        new KeptClock(store, start.atZone(company.zone()).toInstant(), System::nanoTime);
    this.clock = keptClock.clock();
    this.provider = new SimulatedProvider(store, clock, NUMBER);
    this.twilio =
        settings
            .twilio()
            .map(account -> new TwilioEdge(account, settings.http().publicUrl(), clock));
    this.seeded = seeded;
  }

  /// The core on simulated providers.
  Core core(UnaryOperator<Handler> watch) {
    Core core =
        new Core(
            settings,
            company,
            store,
            Clocks.of(clock),
            Map.of(Channel.SMS, twilio.<Transport>map(TwilioEdge::transport).orElse(provider)),
            (channel, purpose) -> twilio.map(edge -> edge.twoWay(channel, purpose)).orElse(true),
            watch);
    if (seeded) {
      new SeededCompany(company, core.clients(), core.technicians(), core.booking())
          .seed(LocalDate.ofInstant(clock.instant(), company.zone()));
    }
    return core;
  }

  /// Twilio, if the settings name an account: its wire format can then be driven against the clock.
  Optional<TwilioEdge> twilio() {
    return twilio;
  }

  /// Adds the handset page and its calls.
  void mount(Router router, Core core) {
    keptClock.start();
    TimeTravel time = new TimeTravel(clock, core.works(), System::nanoTime);
    new SimulatorRoutes(
            core.base().journal(),
            provider,
            time,
            company.zone(),
            (address, person) -> setOwner(core, address, person))
        .mount(router);
    DemoOffice office =
        new DemoOffice(
            company,
            core.clients(),
            core.booking(),
            core.technicians(),
            core.desk(),
            core.history(),
            clock,
            address -> ownedByPerson(core, address),
            core::problemsOfFiles,
            PHONES);
    new OfficeRoutes(office, company.zone()).mount(router);
  }

  /// The demonstration without a page, started, for scripts; closing it closes everything.
  ///
  /// @param afterwards done when it has been closed
  DemoRig rig(Runnable afterwards) {
    Core core = core(handler -> handler);
    core.start();
    TimeTravel time = new TimeTravel(clock, core.works(), System::nanoTime);
    return new DemoRig(
        core,
        provider,
        time,
        () -> {
          core.close();
          close();
          afterwards.run();
        });
  }

  /// The API's tokens, with the one that everybody may know here.
  Map<String, String> tokens() {
    Map<String, String> tokens = new HashMap<>(settings.apiTokens());
    tokens.put(Tokens.hash(TOKEN), TOKEN);
    return tokens;
  }

  private void setOwner(Core core, Address address, boolean person) {
    Instant now = clock.instant();
    if (person) {
      core.conversations().handOver(address, Core.office(company), now);
    } else {
      core.conversations().giveBack(address, now);
    }
  }

  private boolean ownedByPerson(Core core, Address address) {
    return core.conversations()
        .find(address, clock.instant())
        .flatMap(view -> view.owner())
        .isPresent();
  }

  /// Closes the store, for when the core could not be built.
  @Override
  public void close() {
    keptClock.close();
    twilio.ifPresent(TwilioEdge::close);
    store.close();
  }

  private static Company company(Settings settings) throws IOException {
    if (settings.company().isPresent()) {
      var file = settings.company().get();
      return CompanyFile.read(file.toString(), Files.readString(file));
    }
    try (InputStream in =
        Objects.requireNonNull(Demo.class.getResourceAsStream(COMPANY), COMPANY)) {
      return CompanyFile.read(
          "demo/company.yaml", new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
