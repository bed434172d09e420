package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.booking.DayView;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.channel.sms.FakeTwilio.Text;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.outbox.State;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What clients who book by text message wrote, what of it was acknowledged, and whether in the end
/// everything was done once.
final class Correspondence {

  /// What each client writes, one after the other.
  private static final List<String> SCRIPT =
      List.of(
          "Bonjour, je voudrais un rdv pour l'entretien de mon installation",
          "Mme Martin, 12 rue des Lilas à Annecy",
          "plutôt mardi matin",
          "1",
          "c'est quand mon rdv ?");

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int DAYS = 90;

  private final Installation installation;
  private final Queue<Text> written = new ConcurrentLinkedQueue<>();
  private final Queue<Text> acknowledged = new ConcurrentLinkedQueue<>();
  private final Set<String> reported = ConcurrentHashMap.newKeySet();

  Correspondence(Installation installation) {
    this.installation = installation;
  }

  static int lines() {
    return SCRIPT.size();
  }

  /// What has been done so far, seen from outside: webhooks acknowledged and messages posted.
  int work() {
    return acknowledged.size() + installation.twilio().posts();
  }

  int written() {
    return written.size();
  }

  int acknowledged() {
    return acknowledged.size();
  }

  /// Writes everything that a client has to say, until nobody listens any more.
  ///
  /// @param ports where Twilio posts next; where that fails it posts the same to the next one, and
  ///   gives up after two
  /// @return whether all of it was acknowledged
  boolean converse(String number, IntSupplier ports) {
    return SCRIPT.stream().allMatch(words -> says(number, words, ports));
  }

  /// Books to the end, as a client who reads each answer before writing on: whatever those make of
  /// it who write everything at once, somebody has a visit.
  void book(String number, IntSupplier ports) {
    for (String words : SCRIPT) {
      int answers = installation.twilio().receivedBy(number).size();
      assertThat(says(number, words, ports)).isTrue();
      Eventually.until(() -> installation.twilio().receivedBy(number).size() > answers);
    }
  }

  private boolean says(String number, String words, IntSupplier ports) {
    Text text = installation.twilio().write(number, Installation.OURS, words, 0);
    written.add(text);
    boolean heard = delivered(text, ports.getAsInt());
    return heard || delivered(text, ports.getAsInt());
  }

  private boolean delivered(Text text, int port) {
    try {
      assertThat(installation.deliver(text, port).statusCode()).isEqualTo(200);
      acknowledged.add(text);
      return true;
    } catch (UncheckedIOException killed) {
      return false;
    }
  }

  /// Reports on every message that was not reported on yet, too late first and then again.
  void report(int port) {
    for (Text text : received()) {
      if (reported.add(text.sid())) {
        try {
          for (String status : List.of("delivered", "sent", "delivered", "queued")) {
            installation.report(text, status, port);
          }
        } catch (UncheckedIOException killed) {
          return;
        }
      }
    }
  }

  /// What clients have received.
  private List<Text> received() {
    return written.stream()
        .map(Text::from)
        .distinct()
        .flatMap(number -> installation.twilio().receivedBy(number).stream())
        .toList();
  }

  /// Waits until a node has nothing left to do at its present time.
  static void finishes(Core core) {
    Eventually.until(
        PATIENCE,
        () ->
            core.works().values().stream().allMatch(Work::idle)
                && unfinished(core.base().outbox()).isEmpty(),
        () -> "still busy: " + busy(core) + ", not sent: " + unfinished(core.base().outbox()));
  }

  private static List<String> busy(Core core) {
    return core.works().entrySet().stream()
        .filter(work -> !work.getValue().idle())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// No acknowledged message without its outcome, nothing owed, nothing sent twice.
  void everythingWasDoneOnce(Core core) {
    List<String> ids = acknowledged.stream().map(Installation::entry).distinct().toList();
    List<Entry> entries = core.base().journal().find(ids);
    assertThat(entries).hasSameSizeAs(ids);
    assertThat(entries)
        .allSatisfy(entry -> {
          assertThat(entry.state()).isEqualTo(Entry.State.HANDLED);
          assertThat(entry.outcome()).isPresent();
        });
    assertThat(unfinished(core.base().outbox())).isEmpty();
    assertThat(all(core.base().outbox(), Optional.of(State.FAILED))).isEmpty();
    everyMessageReachedItsReceiverOnce(core.base().outbox());
  }

  /// The provider counts by our id, which comes with each message, and by text and receiver.
  private void everyMessageReachedItsReceiverOnce(Outbox outbox) {
    List<Text> received = received();
    assertThat(received).isNotEmpty();
    assertThat(received).extracting(Text::callback).doesNotHaveDuplicates();
    assertThat(received)
        .extracting(text -> text.to() + " " + text.body())
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(
            all(outbox, Optional.of(State.SENT)).stream()
                .map(Owed::message)
                .map(message -> message.to().value() + " " + message.text())
                .toList());
  }

  /// Nobody has two visits, the days hold exactly the visits, and nobody is in two places at once.
  static void noWindowIsPromisedTwice(Core core, Instant now) {
    List<Visit> planned =
        days(now)
            .flatMap(day -> core.booking().visits(day, day, 1000).stream())
            .filter(visit -> visit.state() == Visit.State.PLANNED)
            .toList();
    assertThat(planned).isNotEmpty();
    assertThat(planned).extracting(Visit::person).doesNotHaveDuplicates();
    List<DayView.Round> rounds =
        days(now).flatMap(day -> core.booking().day(day).rounds().stream()).toList();
    assertThat(rounds.stream().flatMap(round -> round.stops().stream()).toList())
        .extracting(stop -> stop.visit() + " " + stop.slot().key())
        .containsExactlyInAnyOrderElementsOf(
            planned.stream().map(visit -> visit.id() + " " + visit.slot().key()).toList());
    assertThat(rounds)
        .allSatisfy(round -> {
          assertThat(round.stops()).extracting(DayView.Stop::arrival).isSorted();
          assertThat(round.stops()).extracting(DayView.Stop::arrival).doesNotHaveDuplicates();
          assertThat(round.stops())
              .allSatisfy(stop ->
                  assertThat(stop.arrival()).isBetween(stop.slot().from(), stop.slot().to()));
        });
  }

  /// Once every hold has lapsed, no window is held any more.
  static void noHoldIsLeaked(Core core, Instant now) {
    assertThat(days(now).map(day -> core.booking().day(day)))
        .extracting(DayView::heldWindows)
        .containsOnly(0);
  }

  private static Stream<LocalDate> days(Instant now) {
    LocalDate today = LocalDate.ofInstant(now, Service.ANNECY);
    return IntStream.range(0, DAYS).mapToObj(today::plusDays);
  }

  private static List<Owed> unfinished(Outbox outbox) {
    return Stream.of(State.OWED, State.SENDING, State.UNKNOWN)
        .flatMap(state -> all(outbox, Optional.of(state)).stream())
        .toList();
  }

  private static List<Owed> all(Outbox outbox, Optional<State> state) {
    List<Owed> all = new ArrayList<>();
    List<Owed> page = outbox.list(state, Optional.empty(), 1000);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = outbox.list(state, Optional.of(page.getLast().order()), 1000);
    }
    return all;
  }
}
