package fr.duret.permanence.channel.sms;

import com.twilio.rest.api.v2010.account.Message;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Pulse;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.store.Store;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fetches what Twilio received while we could not be reached, and writes it down as if it had just
/// come: at start, after an outage, and every hour. Every node may do so.
///
/// What came before the very first start stays where it was: somebody else dealt with it.
public final class TwilioCatchUp implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TwilioCatchUp.class);

  private static final Duration REGULARLY = Duration.ofHours(1);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  /// A message may appear in the list some time after the date it bears.
  private static final Duration OVERLAP = Duration.ofMinutes(10);

  private final TwilioAccount account;
  private final List<String> numbers;
  private final CatchUpMark mark;
  private final Journal journal;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final AtomicBoolean wanted = new AtomicBoolean(true);
  private final Pulse pulse = new Pulse("twilio-catch-up", AFTER_A_FAILURE, this::runIfDue);
  private volatile long lastRun;

  /// A catch-up of that account.
  ///
  /// @param clock the business clock
  /// @param nanos the machine's monotonic clock
  public TwilioCatchUp(
      TwilioAccount account,
      Settings.Twilio settings,
      Store store,
      Journal journal,
      InstantSource clock,
      LongSupplier nanos) {
    this.account = account;
    this.numbers = new Senders(settings.senders()).receiving();
    this.mark = new CatchUpMark(store);
    this.journal = journal;
    this.clock = clock;
    this.nanos = nanos;
  }

  /// Begins, with a first look at once, in the background.
  public void start() {
    pulse.start();
  }

  /// Asks for a look now: an outage has ended.
  public void wake() {
    wanted.set(true);
    pulse.wake();
  }

  /// Ends after the present look.
  @Override
  public void close() {
    pulse.close();
  }

  /// Looks once, now.
  ///
  /// @return how many messages had been missed
  /// @throws com.twilio.exception.TwilioException if Twilio does not answer
  public int run() {
    Optional<Instant> known = mark.read();
    Instant now = account.now();
    int missed = 0;
    if (known.isPresent()) {
      for (String number : numbers) {
        missed += fetch(number, known.get().minus(OVERLAP));
      }
    }
    mark.advance(now);
    return missed;
  }

  void runIfDue() {
    boolean due = nanos.getAsLong() - lastRun >= REGULARLY.toNanos();
    if (!wanted.getAndSet(false) && !due) {
      return;
    }
    wanted.set(true); // until it has worked
    int missed = run();
    wanted.set(false);
    lastRun = nanos.getAsLong();
    if (missed > 0) {
      LOG.info("{} messages that Twilio received in our absence were fetched", missed);
    }
  }

  private int fetch(String number, Instant since) {
    TwilioAccount.Listing received = account.received(number, since);
    List<Message> newestFirst =
        received.messages().stream()
            .filter(message -> message.getDirection() == Message.Direction.INBOUND)
            .toList();
    Set<String> known =
        journal.find(newestFirst.stream().map(TwilioCatchUp::id).toList()).stream()
            .map(Entry::id)
            .collect(Collectors.toSet());
    List<Message> missing =
        newestFirst.reversed().stream().filter(message -> !known.contains(id(message))).toList();
    missing.forEach(message -> journal.receive(inbound(message, received.now())));
    return missing.size();
  }

  private Inbound inbound(Message message, Instant nowThere) {
    boolean pictures = !"0".equals(message.getNumMedia()) && message.getNumMedia() != null;
    List<URI> media = pictures ? account.media(message.getSid()) : List.of();
    Duration ago = Duration.between(message.getDateCreated().toInstant(), nowThere);
    return ReceivedSms.of(
        message.getSid(),
        String.valueOf(message.getFrom()),
        String.valueOf(message.getTo()),
        message.getBody() == null ? "" : message.getBody(),
        media,
        clock.instant().minus(ago));
  }

  private static String id(Message message) {
    return ReceivedSms.id(message.getSid());
  }
}
