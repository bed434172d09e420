package fr.duret.permanence.journal;

import fr.duret.permanence.message.Address;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what has arrived to the [Handler]: one call at a time per address, different addresses in
/// parallel, on virtual threads.
///
/// It also takes over what dead processes left, and at the start goes on with everything
/// unfinished. What fails is tried again with growing pauses; an entry that keeps failing is set
/// aside, so that it never blocks its address.
public final class Dispatcher implements Work {

  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /// How often leftovers are looked for: retries, other nodes' deaths.
  private static final Duration INTERVAL = Duration.ofMillis(500);

  /// Leftovers woken at one look.
  private static final int PAGE = 500;

  /// So many turns in so short a time are traffic that goes on.
  private static final int MANY = 10;

  private static final Duration SOON = Duration.ofSeconds(1);

  private static final Duration STOP = Duration.ofSeconds(20);

  /// How it behaves.
  ///
  /// @param parallel addresses dealt with at once in this process
  /// @param failures after so many failures an entry is set aside
  /// @param pause before the second attempt, doubled for each further one (business time)
  public record Settings(int parallel, int failures, Duration pause) {

    /// 64 at once; given up after 5 failures in about half a minute.
    public static final Settings DEFAULT = new Settings(64, 5, Duration.ofSeconds(2));
  }

  private final Journal journal;
  private final Nodes nodes;
  private final InstantSource clock;
  private final Handler handler;
  private final Poison poison;
  private final Settings settings;
  private final Lanes<Address> lanes;
  private final Pulse pulse = new Pulse("dispatcher", INTERVAL, this::sweep);

  /// Makes it; nothing happens before [#start()].
  public Dispatcher(
      Journal journal,
      Nodes nodes,
      InstantSource clock,
      Handler handler,
      Poison poison,
      Settings settings) {
    this.journal = journal;
    this.nodes = nodes;
    this.clock = clock;
    this.handler = handler;
    this.poison = poison;
    this.settings = settings;
    this.lanes = new Lanes<>("turn", settings.parallel(), this::deal);
  }

  @Override
  public void start() {
    journal.onArrival(lanes::wake);
    pulse.start();
  }

  @Override
  public void wake() {
    pulse.wake();
  }

  @Override
  public boolean idle() {
    Instant now = clock.instant();
    return unhandled().noneMatch(waiting -> EntryDocuments.isDue(waiting, now)) && lanes.quiet();
  }

  /// Whether turns are under way in this process, or so many have just been that the next is near.
  public boolean busy() {
    return !lanes.quiet() || lanes.began(MANY, SOON);
  }

  @Override
  public Optional<Instant> nextDue() {
    return unhandled().map(EntryDocuments::retry).min(Instant::compareTo);
  }

  @Override
  public void close() {
    journal.onArrival(address -> {});
    pulse.close();
    if (!lanes.close(STOP)) {
      LOG.warn("some turns still run and are left to be taken over");
    }
  }

  /// Looks for what was left behind, by others or by ourselves.
  void sweep() {
    if (!nodes.working()) {
      return;
    }
    journal.owners().gone(nodes).forEach(journal::adopt);
    Instant now = clock.instant();
    for (Document waiting : journal.owned(nodes.self(), PAGE)) {
      if (EntryDocuments.isDue(waiting, now)) {
        resume(EntryDocuments.entry(waiting).contact());
      }
    }
  }

  /// Deals with an address unless it is being dealt with; looks again once nobody else can be at
  /// it, because what was just tried in vain must not be tried again at once.
  private void resume(Address address) {
    if (!lanes.enter(address)) {
      return;
    }
    boolean due = false;
    try {
      due = journal.due(address, clock.instant());
    } finally {
      if (due) {
        lanes.begin(address, () -> deal(address));
      } else {
        lanes.leave(address);
      }
    }
  }

  private void deal(Address address) {
    if (!nodes.working()) {
      return;
    }
    try {
      handler.handle(address);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.warn("handling a message failed", e);
      failed(address, e.getClass().getSimpleName());
    }
  }

  private void failed(Address address, String reason) {
    List<Entry> waiting = journal.waiting(address);
    if (waiting.isEmpty()) {
      return;
    }
    Entry oldest = waiting.getFirst();
    if (oldest.failures() + 1 >= settings.failures()) {
      poison.setAside(oldest, reason);
      journal.setAside(oldest.id(), reason);
      lanes.wake(address);
    } else {
      Duration pause = settings.pause().multipliedBy(1L << oldest.failures());
      journal.failed(waiting.stream().map(Entry::id).toList(), clock.instant().plus(pause));
    }
  }

  private Stream<Document> unhandled() {
    return journal.owners().all().stream()
        .flatMap(node -> StreamSupport.stream(journal.owned(node, PAGE).spliterator(), false));
  }
}
