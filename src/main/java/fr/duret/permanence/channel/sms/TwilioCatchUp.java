package fr.duret.permanence.channel.sms;

import com.twilio.exception.TwilioException;
import com.twilio.rest.api.v2010.account.Message;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Pulse;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
  private final Counter unread;
  private final Counter mediaMissing;
  private volatile long lastRun;

  /// A catch-up of that account.
  ///
  /// @param clock the business clock
  /// @param nanos the machine's monotonic clock
  /// @param meters counts `permanence.twilio.unread` (messages of the list that could not be read)
  ///   and `permanence.twilio.media.missing` (messages whose pictures could not be listed)
  public TwilioCatchUp(
      TwilioAccount account,
      Settings.Twilio settings,
      Store store,
      Journal journal,
      InstantSource clock,
      LongSupplier nanos,
      MeterRegistry meters) {
    this.account = account;
    this.numbers = new Senders(settings.senders()).receiving();
    this.mark = new CatchUpMark(store);
    this.journal = journal;
    this.clock = clock;
    this.nanos = nanos;
    this.unread = meters.counter("permanence.twilio.unread");
    this.mediaMissing = meters.counter("permanence.twilio.media.missing");
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
    List<Inbound> read =
        missing.stream().flatMap(message -> read(message, received.now()).stream()).toList();
    read.forEach(journal::receive);
    return read.size();
  }

  /// A message that makes no sense is left out: it must not keep those after it from being read.
  private Optional<Inbound> read(Message message, Instant nowThere) {
    try {
      return Optional.of(inbound(message, nowThere));
    } catch (IllegalArgumentException senseless) {
      unread.increment();
      LOG.error("Twilio's message {} cannot be read and is left out", message.getSid(), senseless);
      return Optional.empty();
    }
  }

  private Inbound inbound(Message message, Instant nowThere) {
    if (message.getDateCreated() == null) {
      throw new IllegalArgumentException("it bears no date");
    }
    boolean pictures = !"0".equals(message.getNumMedia()) && message.getNumMedia() != null;
    Duration ago = Duration.between(message.getDateCreated().toInstant(), nowThere);
    return ReceivedSms.of(
        message.getSid(),
        String.valueOf(message.getFrom()),
        String.valueOf(message.getTo()),
        message.getBody() == null ? "" : message.getBody(),
        pictures ? media(message.getSid()) : List.of(),
        clock.instant().minus(ago));
  }

  /// The words matter more than the pictures. Where these cannot be listed stands in their place
  /// where the list would be: somebody can look there later.
  private List<URI> media(String sid) {
    try {
      return account.media(sid);
    } catch (TwilioException | IllegalArgumentException unlisted) {
      mediaMissing.increment();
      LOG.warn("the pictures of Twilio's message {} cannot be listed: {}", sid, "" + unlisted);
      return List.of(account.mediaList(sid));
    }
  }

  private static String id(Message message) {
    return ReceivedSms.id(message.getSid());
  }
}
