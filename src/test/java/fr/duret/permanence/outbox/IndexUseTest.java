package fr.duret.permanence.outbox;

import static fr.duret.permanence.outbox.Samples.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.duret.permanence.agenda.Agenda;
import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.journal.Dispatcher;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Eventually;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.ManualClock;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.outbox.Gate.Verdict;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.embedded.EmbeddedServer;
import fr.duret.permanence.store.embedded.Scans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Everything that the three do is served by an index, and costs no more when more is remembered.
@ExtendWith(StoreExtension.class)
class IndexUseTest {

  private static final int TURNS = 20;

  private final ManualClock clock = new ManualClock();
  private final Store store;
  private final Journal journal;
  private final Dispatcher dispatcher;
  private final Outbox outbox;
  private final Agenda agenda;
  private final Caps caps;

  IndexUseTest(Store store) {
    this.store = store;
    caps = new Caps(store, clock, Caps.Settings.DEFAULT);
    Nodes nodes = new Nodes(store, "a", () -> 0, Duration.ofSeconds(20), true);
    journal = new Journal(store, nodes);
    agenda = new Agenda(store, nodes, clock, (t, reason) -> {}, Agenda.Settings.DEFAULT);
    agenda.on("note", timer -> {});
    FakeProvider provider = new FakeProvider();
    outbox =
        new Outbox(
            store,
            nodes,
            journal,
            clock,
            () -> 0,
            new Outbox.Joints(
                Map.of(Channel.SMS, provider),
                message -> new Verdict.Leave(),
                message -> true,
                (message, code, reason) -> {}),
            OutboxSettings.DEFAULT);
    dispatcher =
        new Dispatcher(
            journal, nodes, clock, this::turn, (e, reason) -> {}, Dispatcher.Settings.DEFAULT);
  }

  @AfterEach
  void stop() {
    List.of(dispatcher, agenda, outbox).forEach(Work::close);
  }

  @Test
  void whateverIsDoneNoCollectionIsReadAsAWhole() {
    Optional<EmbeddedServer> server = store.embedded();
    assumeTrue(server.isPresent());
    Scans scans = server.get().scans();
    long before = scans.full();

    turns(scans, 0);
    long early = turns(scans, 1);
    for (int i = 2; i < 10; i++) {
      turns(scans, i);
    }
    long late = turns(scans, 10);
    read();

    assertThat(scans.full()).isEqualTo(before);
    // Ten times as much is remembered; looking again on a slow machine may double it.
    assertThat(late).isLessThan(early * 4);
  }

  /// Twenty clients write, are answered and have something noted for later.
  ///
  /// @return how many documents were examined
  private long turns(Scans scans, int round) {
    long before = scans.examined();
    clock.pass(Duration.ofDays(2));
    for (int i = 0; i < TURNS; i++) {
      String id = round + "-" + i;
      journal.receive(
          new Inbound(id, Channel.SMS, client(i), "", "texte", List.of(), clock.instant()));
    }
    List<Work> all = List.of(dispatcher, agenda, outbox);
    if (round == 0) {
      all.forEach(Work::start);
    }
    Eventually.until(() -> all.stream().allMatch(Work::idle));
    return scans.examined() - before;
  }

  private static Address client(int i) {
    return Address.mailbox("c" + i + "@example.fr");
  }

  private void turn(Address address) {
    for (Entry entry : journal.waiting(address)) {
      agenda.plan(new Timer("t/" + entry.id(), clock.instant(), "note", Map.of()));
      agenda.plan(new Timer("u/" + entry.id(), clock.instant().plusSeconds(9), "note", Map.of()));
      agenda.cancel("u/" + entry.id());
      var answer = Samples.later(answer("r/" + entry.id(), address), clock.instant());
      assertThat(caps.exceeded(answer)).isEmpty();
      outbox.owe(answer);
      outbox.withdraw(List.of(answer.id()));
      outbox.delivered(new Report(answer.id(), "P", Report.Status.DELIVERED, "", clock.instant()));
      journal.handled(List.of(entry.id()), "answered");
    }
  }

  private void read() {
    assertThat(journal.read(Reading.of(client(1)))).isNotEmpty();
    assertThat(outbox.read(Reading.of(client(1)))).isNotEmpty();
    assertThat(outbox.list(Optional.of(State.SENT), Optional.empty(), 5)).hasSize(5);
    assertThat(outbox.list(Optional.empty(), Optional.empty(), 5)).hasSize(5);
    assertThat(outbox.nextDue()).isEmpty();
    assertThat(agenda.nextDue()).isEmpty();
    assertThat(dispatcher.nextDue()).isEmpty();
  }
}
