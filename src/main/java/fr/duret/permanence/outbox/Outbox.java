package fr.duret.permanence.outbox;

import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Lanes;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Pulse;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.journal.Source;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The durable list of messages we owe, and the one place from where they leave.
///
/// To one address messages leave one after the other, in the order in which they were owed, over
/// all nodes; what may have left is settled before the next one. Only what is not to leave yet (its
/// not-before time, the gate's quiet hours) is overtaken. Safety words keep to themselves and wait
/// only for an equal text.
public final class Outbox implements Work, Source {

  private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);

  /// How late a message may be at most when nothing wakes us.
  private static final Duration INTERVAL = Duration.ofMillis(250);

  /// Due messages looked at in one round, of each urgency.
  private static final int PAGE = 200;

  /// Addresses served at once: a send blocks its lane for as long as the provider takes.
  private static final int PARALLEL = 128;

  /// Longer than any transport's time-out.
  private static final Duration STOP = Duration.ofSeconds(30);

  /// Largest page that can be read.
  private static final int MAX_LIST = 1000;

  /// What the outbox asks and tells.
  ///
  /// @param transports what carries each channel
  /// @param gate whether a message may leave
  /// @param subjects whether what it says is still so
  /// @param undeliverable who is told when it did not arrive
  public record Joints(
      Map<Channel, Transport> transports,
      Gate gate,
      Subjects subjects,
      Undeliverable undeliverable) {}

  /// Messages of one lane never leave at the same time.
  private record Lane(Address address, boolean safety) {

    static Lane of(Outbound message) {
      return new Lane(message.to(), Stored.safety(message));
    }
  }

  private final MongoOutbox messages;
  private final Nodes nodes;
  private final InstantSource clock;
  private final Sending sending;
  private final Line line;
  private final Reports reports;
  private final Lanes<Lane> lanes;
  private final Pulse pulse = new Pulse("outbox", INTERVAL, this::sweep);
  private volatile boolean open;

  /// Opens the outbox. Messages can be owed at once; none leaves before [#start()].
  ///
  /// @param clock the business clock: not before, back-off
  /// @param nanos the machine's monotonic clock: pacing
  public Outbox(
      Store store,
      Nodes nodes,
      Journal journal,
      InstantSource clock,
      LongSupplier nanos,
      Joints joints,
      OutboxSettings settings) {
    this.messages = new MongoOutbox(store);
    this.nodes = nodes;
    this.clock = clock;
    this.sending = new Sending(messages, joints, clock, settings);
    Permission permission = new Permission(joints, journal, clock);
    Pacing pacing = new Pacing(settings.paces(), nanos);
    this.line = new Line(messages, nodes, clock, permission, sending, pacing, () -> open);
    this.reports = new Reports(messages, sending, journal, joints.undeliverable());
    this.lanes = new Lanes<>("outbox", PARALLEL, lane -> line.look(lane.address(), lane.safety()));
  }

  /// Owes a message; on disk when it returns, and on its way if it may leave at once. A message
  /// with an id owed before changes nothing.
  public void owe(Outbound message) {
    Lane lane = Lane.of(message);
    if (!lanes.enter(lane)) {
      line.put(message);
      lanes.wake(lane);
      return;
    }
    Optional<Stored> going = Optional.empty();
    try {
      going = line.owe(message);
    } finally {
      going.ifPresentOrElse(
          begun -> lanes.begin(lane, () -> sending.send(begun)), () -> lanes.leave(lane));
    }
  }

  /// Forgets messages owed before that time that are on their way no more.
  ///
  /// @param most at most so many
  /// @return how many were forgotten
  public long forget(Instant before, int most) {
    return messages.forget(before, most);
  }

  /// Takes back those of the messages that are still owed.
  public void withdraw(Collection<String> ids) {
    messages.withdraw(ids);
  }

  /// Notes what a provider says about a message; repeated and late reports change nothing.
  ///
  /// @return false if no message has that id
  public boolean delivered(Report report) {
    Optional<Stored> known = reports.take(report);
    known.ifPresent(message -> lanes.wake(Lane.of(message.message())));
    return known.isPresent();
  }

  /// One message.
  public Optional<Owed> find(String id) {
    return messages.find(id).map(Stored::owed);
  }

  /// The last message that we sent to an address of our own accord: whatever somebody answers who
  /// answers out of the blue (STOP).
  ///
  /// @param since older ones are not looked at
  /// @param before only what was owed before that
  public Optional<Owed> lastSentFirst(Address to, Instant since, Instant before) {
    return messages.to(to, since).stream()
        .filter(stored -> stored.message().replyTo().isEmpty())
        .filter(stored -> !Stored.safety(stored.message()))
        .filter(stored -> stored.state() == State.SENT || stored.state() == State.UNKNOWN)
        .filter(stored -> stored.owedAt().isBefore(before))
        .reduce((_, later) -> later)
        .map(Stored::owed);
  }

  /// How messages ended.
  public Figures figures() {
    return messages.figures();
  }

  /// Since when the one that has stood there longest could have left; empty if none could. What its
  /// not-before time or the gate holds back is not counted until it may leave. Of more than a
  /// thousand the first thousand are looked at.
  public Optional<Instant> oldest(State state) {
    Instant now = clock.instant();
    return messages.list(Optional.of(state), "", MAX_LIST).stream()
        .map(Stored::since)
        .filter(since -> !since.isAfter(now))
        .min(Instant::compareTo);
  }

  /// Messages in the order in which they were owed.
  ///
  /// @param state only those that stand there
  /// @param after only those after that [Owed#order()]
  /// @param limit at most so many, 1 to 1000
  public List<Owed> list(Optional<State> state, Optional<String> after, int limit) {
    return messages.list(state, after.orElse(""), Math.clamp(limit, 1, MAX_LIST)).stream()
        .map(Stored::owed)
        .toList();
  }

  @Override
  public List<Entry> read(Reading reading) {
    return messages.read(reading.contact(), reading.above(), reading.limit()).stream()
        .map(Stored::entry)
        .toList();
  }

  @Override
  public void start() {
    open();
    pulse.start();
  }

  @Override
  public void wake() {
    pulse.wake();
  }

  @Override
  public boolean idle() {
    // What is due may begin, and what was begun be due again, between two looks.
    return !messages.owners().any()
        && messages.due(clock.instant(), 1).isEmpty()
        && !messages.owners().any()
        && lanes.quiet();
  }

  @Override
  public Optional<Instant> nextDue() {
    return messages.next();
  }

  @Override
  public void close() {
    open = false;
    pulse.close();
    if (!lanes.close(STOP)) {
      LOG.warn("some messages are still being sent and left to be taken over");
    }
  }

  /// Lets messages leave.
  void open() {
    open = true;
  }

  /// Looks for what has become due, and for what was cut off here or in a process that is gone.
  void sweep() {
    if (!nodes.working()) {
      return;
    }
    Stream.concat(Stream.of(nodes.self()), messages.owners().gone(nodes).stream())
        .flatMap(node -> messages.owned(node, PAGE).stream())
        .map(cut -> Lane.of(cut.message()))
        .forEach(lanes::wake);
    messages.due(clock.instant(), PAGE).stream()
        .map(due -> Lane.of(due.message()))
        .forEach(lanes::wake);
  }
}
