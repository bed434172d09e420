package fr.duret.permanence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.conversation.flow.FlowFiles;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The example flows on a real store and journal, with everything else played by hand; tests read
/// as dialogues: [#texts] and [#answers].
final class Stage {

  static final Address DUPONT = Address.phone("06 12 34 56 78").orElseThrow();

  final World world = new World();
  final Mailboxes mailboxes = new Mailboxes();
  final Map<Address, List<People.Person>> people = new ConcurrentHashMap<>();
  final Store store;
  final Nodes nodes;
  final Journal journal;
  final FlowLibrary library;
  Conversations conversations;
  Instant now = Instant.parse("2026-11-22T17:30:00Z");
  final String name;
  private final Path flows;
  private int messages;
  private int read;

  Stage(Store store) {
    this(store, "node", Path.of("src/test/resources/flows"), Duration.ZERO);
  }

  /// @param name distinguishes the stages on one store
  Stage(Store store, String name, Path flows, Duration quiet) {
    this.store = store;
    this.name = name;
    this.flows = flows;
    this.nodes = new Nodes(store, name, () -> 0, Duration.ofSeconds(10), true);
    this.journal = new Journal(store, nodes);
    this.library = library();
    this.conversations = conversations(quiet, joints(cluster(name)));
  }

  FlowLibrary library() {
    return new FlowLibrary(saved(), store);
  }

  /// What the folder of flows holds now.
  FlowSet saved() {
    return FlowLibrary.read(
        new FlowFiles(flows).read(), world.registry().vocabulary(new FakeTexts()));
  }

  Conversations.Joints joints(Cluster cluster) {
    return new Conversations.Joints(
        new MongoConversations(store),
        Entries.of(journal),
        mailboxes,
        cluster,
        () -> now,
        Thread::yield);
  }

  Conversations conversations(Duration quiet, Conversations.Joints joints) {
    return new Conversations(
        services(), library, joints, ConversationSettings.DEFAULT.withQuiet(quiet));
  }

  private Services services() {
    People found =
        new People() {
          @Override
          public List<String> behind(Address address) {
            return people.getOrDefault(address, List.of()).stream().map(Person::id).toList();
          }

          @Override
          public Optional<Person> find(String id, Memory memory) {
            return people.values().stream()
                .flatMap(List::stream)
                .filter(person -> person.id().equals(id))
                .findFirst();
          }

          @Override
          public boolean visitPlanned(String id, Memory memory) {
            return false;
          }
        };
    return new Services(
        world.registry(),
        new FakeUnderstanding(),
        new FakeTexts(),
        found,
        ZoneId.of("Europe/Paris"));
  }

  /// @param dead the nodes that are gone
  static Cluster cluster(String self, String... dead) {
    return new Cluster() {
      @Override
      public String self() {
        return self;
      }

      @Override
      public boolean gone(String node) {
        return List.of(dead).contains(node);
      }
    };
  }

  void knows(Address address, String... names) {
    List<People.Person> persons = new ArrayList<>();
    for (String name : names) {
      persons.add(new People.Person("P-" + name, "M. " + name));
    }
    people.put(address, persons);
  }

  String receive(Address from, String text) {
    String id = "twilio:" + name + messages++;
    journal.receive(new Inbound(id, Channel.SMS, from, "+33450", text, List.of(), now));
    return id;
  }

  /// Somebody texts us and is answered.
  Stage texts(Address from, String text) {
    receive(from, text);
    conversations.handle(from);
    assertThat(journal.waiting(from)).isEmpty();
    mailboxes.leave(now);
    return this;
  }

  Stage texts(String text) {
    return texts(DUPONT, text);
  }

  /// What was sent since the last look, to anybody.
  Stage answers(String... texts) {
    List<String> all = mailboxes.sent().stream().map(Outbound::text).toList();
    assertThat(all.subList(read, all.size())).containsExactly(texts);
    read = all.size();
    return this;
  }

  Stage passes(Duration time) {
    now = now.plus(time);
    mailboxes.takeDue(now).forEach(this::fire);
    mailboxes.leave(now);
    return this;
  }

  private void fire(Timer timer) {
    switch (timer.kind()) {
      case Conversations.SILENCE -> conversations.silence(timer);
      case Conversations.STRETCH -> conversations.lapse(timer);
      case Conversations.SWEEP -> conversations.sweep(timer.due());
      default -> throw new IllegalStateException(timer.kind());
    }
  }

  /// A person takes the conversation over.
  Stage takes(String who) {
    conversations.handOver(DUPONT, who, now);
    mailboxes.leave(now);
    return this;
  }

  /// The person gives it back.
  Stage givesBack() {
    conversations.giveBack(DUPONT, now);
    mailboxes.leave(now);
    return this;
  }
}
