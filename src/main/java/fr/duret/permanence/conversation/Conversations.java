package fr.duret.permanence.conversation;

import fr.duret.permanence.agenda.Agenda;
import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.journal.Handler;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.store.Store;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// All conversations: the handler of what arrives, the silences, and who owns which.
///
/// Every turn is exactly once in effect: a crash anywhere replays it under the same causes to the
/// same end. Several nodes may work on the same store.
public final class Conversations implements Handler {

  private static final long PAUSE_NANOS = Duration.ofMillis(25).toNanos();

  private final ConversationStore store;
  private final Resolver resolver;
  private final Turnstile turnstile;
  private final Turns turns;
  private final Opening opening;
  private final Stretches stretches;
  private final Sweep sweep;
  private final Settlement settlement;
  private final Aftermath aftermath;
  private final Entries entries;
  private final ConversationSettings settings;

  /// The base that conversations work with.
  ///
  /// @param clock the business clock
  public record Base(
      Store store,
      Journal journal,
      Outbox outbox,
      Agenda agenda,
      Nodes nodes,
      InstantSource clock) {}

  /// A conversation as it stands, for those who read.
  ///
  /// @param id its name, unique for ever
  /// @param person who it is with, if recognised
  /// @param question the question that waits for an answer: `rendez-vous/motif`
  /// @param last when its last turn was
  /// @param owner the person who answers instead of the bot, if one does
  /// @param flows the version of the flows it goes by
  public record View(
      String id,
      Optional<String> person,
      Optional<String> question,
      Instant last,
      Optional<Stretch> owner,
      List<Stretch> stretches,
      String flows) {}

  /// A time during which a person owned a conversation.
  ///
  /// @param until when it ended, or will at the latest
  public record Stretch(String who, Instant since, Instant until) {}

  /// Joins everything. The root also registers [#silence] in the agenda, for the kind [#SILENCE].
  public Conversations(
      Services services, FlowLibrary library, Base base, ConversationSettings settings) {
    this(
        services,
        library,
        new Joints(
            new MongoConversations(base.store()),
            Entries.of(base.journal()),
            Aftermath.of(base.outbox(), base.agenda()),
            Cluster.of(base.nodes()),
            base.clock(),
            () -> LockSupport.parkNanos(PAUSE_NANOS)),
        settings);
  }

  /// The same over faces that a test can replace.
  record Joints(
      ConversationStore store,
      Entries entries,
      Aftermath aftermath,
      Cluster cluster,
      InstantSource clock,
      Runnable pause) {}

  Conversations(
      Services services, FlowLibrary library, Joints joints, ConversationSettings settings) {
    this.store = joints.store();
    this.entries = joints.entries();
    this.settings = settings;
    this.resolver = new Resolver(store, services.people(), settings.end());
    this.aftermath = joints.aftermath();
    this.settlement = new Settlement(resolver, entries, aftermath, services.registry());
    Beginnings beginnings = new Beginnings(services, library, settings);
    this.turns =
        new Turns(
            services,
            store,
            beginnings,
            entries,
            new TakingBack(aftermath),
            settlement,
            joints.cluster(),
            joints.clock(),
            settings);
    this.turnstile = new Turnstile(store, resolver, turns, joints.pause());
    this.opening = new Opening(beginnings);
    this.stretches =
        new Stretches(services, store, entries, beginnings, settlement, aftermath, settings);
    this.sweep = new Sweep(store, turnstile, settings.end());
  }

  /// The kind of the timers that watch silences.
  public static final String SILENCE = Settlement.KIND;

  /// The templates that the engine itself says.
  public static final Set<String> TEMPLATES =
      Stream.of(Stretches.TEMPLATES, Speech.TEMPLATES)
          .flatMap(Set::stream)
          .collect(Collectors.toUnmodifiableSet());

  /// The kind of the timers that end a person's stretch.
  public static final String STRETCH = Stretches.KIND;

  /// The kind and key of the timer that ends past conversations.
  public static final String SWEEP = "conversation-sweep";

  private static final Duration SWEEP_EVERY = Duration.ofHours(6);

  @Override
  public void handle(Address address) {
    boolean more = true;
    while (more) {
      more =
          turnstile.worked(
              address,
              () -> entries.waiting(address),
              (conversation, waiting) -> turns.take(conversation, address, waiting));
    }
  }

  /// Handles timers of the kind [#SILENCE]: one gentle message if nobody has answered meanwhile.
  public void silence(Timer timer) {
    String id = Objects.requireNonNull(timer.data().get(Settlement.CONVERSATION));
    turnstile.enter(id, conversation -> silence(conversation, timer));
  }

  /// Gives a conversation to a person: until [#giveBack] the bot answers nothing but danger. If he
  /// owns it already, his stretch is prolonged.
  ///
  /// @param who the person's name, for the journal and the console
  public void handOver(Address address, String who, Instant now) {
    turnstile.enter(
        address,
        now,
        conversation -> {
          if (!conversation.ownedBy(who, now)) {
            turns.handedOver();
          }
          stretches.begin(conversation, address, who, now);
        });
  }

  /// Gives a conversation back to the bot: it answers the next message. What it had been asking is
  /// not asked again unless the client comes back to it, because others have spoken since.
  public void giveBack(Address address, Instant now) {
    turnstile.enter(address, now, conversation -> stretches.end(conversation, address, now));
  }

  /// Handles timers of the kind [#STRETCH]: a person who never gave a conversation back.
  public void lapse(Timer timer) {
    String id = Objects.requireNonNull(timer.data().get(Settlement.CONVERSATION));
    turnstile.enter(id, conversation -> stretches.lapse(conversation, timer));
  }

  /// Handles timers of the kind [#SWEEP]: ends the conversations whose time is over, and plans the
  /// next sweep. To be called once at start as well.
  public void sweep(Instant now) {
    sweep.run(now);
    aftermath.plan(new Timer(SWEEP, now.plus(SWEEP_EVERY), SWEEP, Map.of()));
  }

  /// Makes the next message of an address an answer to a question that other code asks (a
  /// reminder). Repeated with the same variables it changes nothing that matters.
  ///
  /// @param question a step that its flow lists under `starts`: `rappel/reponse`
  /// @param variables those that its flow declares
  /// @throws IllegalArgumentException if the flows in force have no such question
  public void expect(Address address, String question, Map<String, Object> variables, Instant now) {
    turnstile.enter(
        address, now, conversation -> expect(conversation, address, question, variables, now));
  }

  /// The same, in a conversation of that address alone, apart from the one of its person: who
  /// writes elsewhere in his name may be somebody else. It goes on to its end where it began.
  ///
  /// @throws IllegalArgumentException if the flows in force have no such question
  public void expectApart(
      Address address, String question, Map<String, Object> variables, Instant now) {
    turnstile.enter(
        address.key(), conversation -> expect(conversation, address, question, variables, now));
  }

  /// The conversation of an address as it stands; empty if none is under way.
  public Optional<View> find(Address address, Instant now) {
    return resolver
        .resolve(address, now)
        .conversation()
        .filter(conversation -> !conversation.ended(now, settings.end()))
        .map(conversation -> view(conversation, now));
  }

  /// What was counted since the start.
  public Figures figures() {
    return turns.figures();
  }

  private void silence(Conversation conversation, Timer timer) {
    settlement.finishIfLeft(conversation, conversation.address.orElseThrow(), List.of());
    if (conversation.silence.isEmpty()) {
      return;
    }
    Instant due = conversation.silence.get();
    // Who has not read the question yet is not silent.
    Instant begins = Unread.until(conversation, aftermath, timer.due());
    if (due.isAfter(timer.due()) || begins.isAfter(timer.due())) {
      settlement.watch(conversation.id, begins.isAfter(due) ? begins : due);
    } else {
      turns.silence(conversation, begins);
    }
  }

  private void expect(
      Conversation conversation,
      Address address,
      String question,
      Map<String, Object> variables,
      Instant now) {
    conversation.address = Optional.of(address);
    opening.expect(conversation, Position.of(question), variables, now);
    if (!store.save(conversation)) {
      throw new Conflict();
    }
  }

  private static View view(Conversation conversation, Instant now) {
    return new View(
        conversation.name(),
        conversation.dialogue.person,
        conversation.dialogue.subject.at.map(Position::toString),
        conversation.last,
        conversation.owner.filter(_ -> conversation.ownedByPerson(now)).map(Conversations::stretch),
        conversation.stretches.stream().map(Conversations::stretch).toList(),
        conversation.dialogue.flows);
  }

  private static Stretch stretch(Conversation.Owner owner) {
    return new Stretch(owner.who(), owner.since(), owner.until());
  }
}
