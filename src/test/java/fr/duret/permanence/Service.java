package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.channel.simulator.SettableClock;
import fr.duret.permanence.channel.simulator.TimeTravel;
import fr.duret.permanence.channel.sms.FakeTwilio;
import fr.duret.permanence.channel.sms.FakeTwilio.Text;
import fr.duret.permanence.demo.SeededCompany;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.store.StoreUri;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The whole service in production's shape, with the demonstration's clients, a fake Twilio, and a
/// business clock that stands still until it is moved. It can be stopped and started again on the
/// same store.
final class Service implements AutoCloseable {

  static final ZoneId ANNECY = ZoneId.of("Europe/Paris");
  static final String DUPONT = "+33612345678";

  private static final int MANY = 1000;
  private static final long A_YEAR = 366;

  private final SettableClock clock;
  private final FakeTwilio twilio;
  private final Installation installation;
  private Application application;
  private TimeTravel time;

  private Service(StoreUri store, Path folder, LocalDateTime start, String quiet)
      throws IOException {
    this.clock = new SettableClock(start.atZone(ANNECY).toInstant(), () -> 0L);
    this.twilio = FakeTwilio.start(clock);
    this.installation = Installation.on(store.value(), folder, twilio, quiet);
    this.application = Application.production(installation.settings(), Clocks.of(clock));
    this.time = travel();
    Core core = application.core();
    new SeededCompany(core.company(), core.clients(), core.technicians(), core.booking())
        .seed(start.toLocalDate());
    settle();
  }

  /// Starts on a new store.
  ///
  /// @param folder where its configuration is written
  /// @param quiet `reply.quiet`
  static Service start(StoreUri store, Path folder, String start, String quiet) throws IOException {
    return new Service(store, folder, LocalDateTime.parse(start), quiet);
  }

  FakeTwilio twilio() {
    return twilio;
  }

  Core core() {
    return application.core();
  }

  Instant now() {
    return clock.instant();
  }

  Installation installation() {
    return installation;
  }

  /// Somebody writes, and it reaches us; what we do then is finished at return.
  Text write(String from, String words) {
    Text text = twilio.write(from, Installation.OURS, words, 0);
    assertThat(deliver(text).statusCode()).isEqualTo(200);
    settle();
    return text;
  }

  /// Somebody writes; what he then gets at once.
  List<String> answers(String from, String words) {
    int before = inbox(from).size();
    write(from, words);
    List<String> inbox = inbox(from);
    return inbox.subList(before, inbox.size());
  }

  /// The texts that somebody has received.
  List<String> inbox(String number) {
    return twilio.receivedBy(number).stream().map(Text::body).toList();
  }

  /// Twilio posts a message that it has received.
  HttpResponse<String> deliver(Text text) {
    return installation.deliver(text, application.port());
  }

  /// Twilio reports on a message of ours.
  HttpResponse<String> report(Text text, String status) {
    return twilio.report(text, status, null, Installation.PUBLIC, url());
  }

  HttpResponse<String> get(String path) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(URI.create(url() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  URI url() {
    return Installation.at(application.port());
  }

  /// Lets time pass, from due time to due time.
  void pass(Duration duration) {
    until(now().plus(duration));
  }

  /// Lets time pass until then.
  void until(String local) {
    until(LocalDateTime.parse(local).atZone(ANNECY).toInstant());
  }

  private void until(Instant end) {
    assertThat(time.advanceTo(end)).isEmpty();
  }

  /// Waits until nothing is left to do at the present time.
  void settle() {
    assertThat(time.settle()).isEmpty();
  }

  /// Moves the clock at once, while nothing runs: the machine was off.
  void off(Duration duration) {
    stop();
    clock.advanceTo(now().plus(duration));
    restart();
  }

  void stop() {
    application.close();
  }

  void restart() {
    try {
      application = Application.production(installation.settings(), Clocks.of(clock));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    time = travel();
    settle();
  }

  private TimeTravel travel() {
    return new TimeTravel(clock, application.core().works(), System::nanoTime);
  }

  /// Everything ever received, in order.
  List<Entry> journal() {
    Reading all = new Reading(Optional.empty(), Optional.empty(), Optional.empty(), MANY);
    return core().base().journal().read(all).stream()
        .filter(entry -> entry.kind() == Entry.Kind.RECEIVED)
        .toList();
  }

  /// What happened with somebody, both ways.
  List<Entry> history(Address contact) {
    return core()
        .history()
        .read(new Reading(Optional.of(contact), Optional.empty(), Optional.empty(), MANY));
  }

  /// Every message ever owed, in order.
  List<Owed> outbox() {
    List<Owed> all = new ArrayList<>();
    List<Owed> page = core().base().outbox().list(Optional.empty(), Optional.empty(), MANY);
    while (!page.isEmpty()) {
      all.addAll(page);
      page =
          core().base().outbox().list(Optional.empty(), Optional.of(page.getLast().order()), MANY);
    }
    return all;
  }

  /// Every visit of the year around now.
  List<Visit> visits() {
    LocalDate today = LocalDate.ofInstant(now(), ANNECY);
    return core().booking().visits(today.minusDays(A_YEAR), today.plusDays(A_YEAR), MANY);
  }

  /// Every ticket ever opened.
  List<Ticket> tickets() {
    return core().desk().all("", MANY);
  }

  @Override
  public void close() {
    application.close();
    twilio.close();
  }
}
