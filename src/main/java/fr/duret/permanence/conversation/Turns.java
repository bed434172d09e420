package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.Conversation.Claim;
import fr.duret.permanence.conversation.Conversation.Done;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Silence;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Trace;
import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// Runs turns on a conversation that the caller has read and locked.
final class Turns {

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final Services services;
  private final ConversationStore store;
  private final Beginnings beginnings;
  private final Entries entries;
  private final TakingBack takingBack;
  private final Settlement settlement;
  private final Cluster cluster;
  private final InstantSource clock;
  private final ConversationSettings settings;
  private final Counters counters = new Counters();

  Turns(
      Services services,
      ConversationStore store,
      Beginnings beginnings,
      Entries entries,
      TakingBack takingBack,
      Settlement settlement,
      Cluster cluster,
      InstantSource clock,
      ConversationSettings settings) {
    this.services = services;
    this.store = store;
    this.beginnings = beginnings;
    this.entries = entries;
    this.takingBack = takingBack;
    this.settlement = settlement;
    this.cluster = cluster;
    this.clock = clock;
    this.settings = settings;
  }

  /// The turn of all that waits of an address.
  ///
  /// @param waiting as it was read after the conversation
  /// @return whether something may be left that nobody will wake us for: entries that have failed
  ///   are taken one by one
  boolean take(Conversation conversation, Address address, List<Entry> waiting) {
    settlement.finishIfLeft(conversation, address, waiting);
    List<Entry> mine = settlement.notTaken(conversation, waiting);
    boolean failedBefore = waiting.stream().anyMatch(entry -> entry.failures() > 0);
    if (mine.isEmpty()) {
      return failedBefore;
    }
    Instant now = mine.getLast().at();
    Claim claim =
        new Claim(
            mine.getFirst().id(),
            cluster.self(),
            mine.stream().map(Entry::id).toList(),
            beginnings.version(conversation, now),
            now,
            takingBack.question(conversation, now));
    run(conversation, new Turn(store, conversation, claim, false), claim, mine);
    return failedBefore;
  }

  /// The turn of a silence that has lasted long enough.
  void silence(Conversation conversation, Instant due) {
    String cause = "silence/" + conversation.name() + "/" + due.toEpochMilli();
    String flows = conversation.dialogue.flows;
    Claim claim = new Claim(cause, cluster.self(), List.of(), flows, due, false);
    run(conversation, new Turn(store, conversation, claim, false), claim, List.of());
  }

  /// Whether whoever claimed a turn does not work on it any more. The caller holds this process's
  /// lock, so that a claim of its own was left by an attempt that failed.
  boolean abandoned(Claim claim) {
    return claim.node().equals(cluster.self()) || cluster.gone(claim.node());
  }

  /// Takes an abandoned turn over, with exactly its input.
  void replay(Conversation conversation) {
    Claim left = conversation.claim.orElseThrow();
    List<Entry> mine = entries.find(left.entries());
    if (mine.stream().anyMatch(entry -> entry.state() != Entry.State.WAITING)) {
      // One was set aside after failing too often: what is left of the turn begins anew.
      conversation.claim = Optional.empty();
      save(conversation);
      return;
    }
    Claim claim =
        new Claim(
            left.cause(), cluster.self(), left.entries(), left.flows(), left.at(), left.unseen());
    if (!store.claim(conversation.id, conversation.version, claim)) {
      throw new Conflict();
    }
    conversation.version++;
    counters.replayed();
    run(conversation, new Turn(store, conversation, claim, true), claim, mine);
  }

  void handedOver() {
    counters.handedOver();
  }

  Figures figures() {
    return counters.figures();
  }

  static boolean anyWaits(List<Entry> entries) {
    return entries.stream().anyMatch(entry -> entry.state() == Entry.State.WAITING);
  }

  private void save(Conversation conversation) {
    if (!store.save(conversation)) {
      throw new Conflict();
    }
  }

  private void run(Conversation conversation, Turn turn, Claim claim, List<Entry> mine) {
    String trace = trace(claim, mine);
    try (var _ = MDC.putCloseable("trace", trace)) {
      traced(conversation, turn, claim, mine);
    }
  }

  private void traced(Conversation conversation, Turn turn, Claim claim, List<Entry> mine) {
    if (!mine.isEmpty()) {
      conversation.address = Optional.of(mine.getLast().contact());
      conversation.channel = mine.getLast().channel();
    }
    Optional<String> before = beginnings.begin(conversation, claim.flows(), claim.at());
    FlowSet flows = beginnings.flows(conversation.dialogue);
    if (claim.unseen() && TakingBack.noticeIn(conversation)) {
      conversation.dialogue.greeted = false;
    }
    Input input = input(conversation, turn, claim, mine);
    Engine engine = new Engine(services, flows, conversation.dialogue, input, turn);
    Optional<Engine.Turned> turned = turned(conversation, flows, engine, claim);
    if (turned.isEmpty()) {
      leave(conversation, turn, claim);
      return;
    }
    Optional<Instant> timer = after(conversation, flows, claim, mine.isEmpty());
    Optional<String> recognised =
        conversation.dialogue.person.filter(person -> !before.equals(Optional.of(person)));
    turn.commit(
        new Done(
            claim.cause(),
            claim.entries(),
            turned.get().outcome(),
            Turn.replies(input, turned.get().messages(), !mine.isEmpty(), settings.quiet()),
            recognised,
            timer,
            turn.errands()));
    counters.committed(turned.get().missed(), mine.isEmpty());
    LOG.info("turn of conversation version {}: {}", conversation.version, turned.get().outcome());
    settlement.finish(conversation);
  }

  /// A silence's cause holds a number, which must not stand in logs.
  private static String trace(Claim claim, List<Entry> mine) {
    return mine.isEmpty() ? Trace.of(claim.cause()) : mine.getFirst().trace();
  }

  /// Empty if a person owns the conversation and nothing urgent was said.
  private Optional<Engine.Turned> turned(
      Conversation conversation, FlowSet flows, Engine engine, Claim claim) {
    if (claim.entries().isEmpty()) {
      return Optional.of(
          engine.silence(Silences.of(flows, conversation.dialogue).orElse(Silence.DEFAULT)));
    }
    return conversation.ownedByPerson(claim.at())
        ? engine.hearDanger()
        : Optional.of(engine.hear());
  }

  private void leave(Conversation conversation, Turn turn, Claim claim) {
    String who = conversation.owner.map(Conversation.Owner::who).orElse("");
    if (turn.claimed()) {
      turn.commit(
          new Done(
              claim.cause(),
              claim.entries(),
              "left to " + who,
              List.of(),
              Optional.empty(),
              Optional.empty(),
              turn.errands()));
    }
    settlement.leave(claim.entries(), who);
  }

  private Input input(Conversation conversation, Memory memory, Claim claim, List<Entry> mine) {
    boolean visitPlanned =
        conversation
            .dialogue
            .person
            .filter(person -> services.people().visitPlanned(person, memory))
            .isPresent();
    return new Input(
        conversation.name(),
        claim.cause(),
        trace(claim, mine),
        conversation.address.orElseThrow(),
        conversation.channel,
        mine.stream().map(Entry::text).collect(Collectors.joining("\n")),
        claim.at(),
        visitPlanned,
        claim.unseen());
  }

  private Optional<Instant> after(
      Conversation conversation, FlowSet flows, Claim claim, boolean silence) {
    if (silence) {
      conversation.silence = Optional.empty();
      return Optional.empty();
    }
    conversation.last = claim.at();
    // The client's silence begins when he is answered, which after an outage is not when he wrote.
    return Silences.watch(
        conversation,
        Silences.of(flows, conversation.dialogue),
        clock.instant(),
        settings.silence());
  }
}
