package fr.duret.permanence.conversation;

import static fr.duret.permanence.conversation.Stage.DUPONT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class TurnProtocolTest {

  private static final Path FLOWS = Path.of("src/test/resources/flows");
  private static final List<String> TALK =
      List.of("rdv pour une panne", "c'est Favre", "plutôt jeudi", "la 2", "quand déjà ?");

  @Test
  void aCrashAtAnyStepChangesNeitherEffectsNorReplies(Store store) {
    Stage calm = new Stage(store, "calm", FLOWS, Duration.ZERO);
    TALK.forEach(calm::texts);
    List<String> expected = texts(calm);
    assertThat(expected).hasSize(5);
    int crashes = 0;
    for (boolean after : new boolean[] {false, true}) {
      boolean crashed = true;
      for (int at = 0; crashed; at++) {
        crashed = survives(store, new Crash(at, after), "s" + at + after, calm);
        crashes += crashed ? 1 : 0;
      }
    }
    assertThat(crashes).isGreaterThan(40);
  }

  /// Has the talk with a process that dies on the way and another that goes on.
  private static boolean survives(Store store, Crash crash, String name, Stage calm) {
    Address client = Address.sender("+336" + Integer.toUnsignedString(name.hashCode()));
    Stage stage = new Stage(store, name, FLOWS, Duration.ZERO);
    stage.world.before = crash::effect;
    stage.conversations =
        stage.conversations(Duration.ZERO, crash.in(stage.joints(Stage.cluster("dying" + name))));
    boolean restarted = false;
    for (String text : TALK) {
      stage.receive(client, text);
      if (!restarted && dies(stage, client)) {
        restarted = true;
        stage.world.before = () -> {};
        Cluster next = Stage.cluster("next" + name, "dying" + name);
        stage.conversations = stage.conversations(Duration.ZERO, stage.joints(next));
      }
      stage.conversations.handle(client);
      stage.mailboxes.leave(stage.now);
    }
    assertThat(texts(stage)).as(name).isEqualTo(texts(calm));
    assertThat(stage.world.effects.values())
        .as(name)
        .containsExactlyInAnyOrderElementsOf(calm.world.effects.values());
    assertThat(stage.world.told).as(name).isEqualTo(calm.world.told).isNotEmpty();
    assertThat(stage.journal.waiting(client)).isEmpty();
    return crash.happened();
  }

  private static boolean dies(Stage stage, Address client) {
    try {
      stage.conversations.handle(client);
      return false;
    } catch (Crash.Died died) {
      return true;
    }
  }

  @Test
  void aReplayedJournalChangesNothing(Store store) {
    Stage stage = new Stage(store);
    TALK.forEach(stage::texts);
    int effects = stage.world.effects.size();
    stage.conversations.handle(DUPONT);
    stage.mailboxes.leave(stage.now);
    assertThat(stage.mailboxes.sent()).hasSize(5);
    assertThat(stage.world.effects).hasSize(effects);
  }

  @Test
  void twoNodesAtOneConversationActOnce(Store store) throws Exception {
    Stage stage = new Stage(store);
    Runnable pause = () -> LockSupport.parkNanos(1_000_000);
    List<Conversations> nodes = new ArrayList<>();
    for (String node : List.of("one", "two")) {
      Conversations.Joints joints = stage.joints(Stage.cluster(node));
      nodes.add(
          stage.conversations(
              Duration.ZERO,
              new Conversations.Joints(
                  joints.store(),
                  joints.entries(),
                  joints.aftermath(),
                  joints.cluster(),
                  joints.clock(),
                  pause)));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 20; round++) {
        for (String text : TALK) {
          stage.receive(DUPONT, text);
          List<Future<?>> both = new ArrayList<>();
          nodes.forEach(node -> both.add(threads.submit(() -> node.handle(DUPONT))));
          for (Future<?> one : both) {
            one.get();
          }
        }
      }
    }
    stage.mailboxes.leave(stage.now);
    assertThat(stage.mailboxes.sent()).hasSize(100);
    assertThat(stage.world.count("book")).isEqualTo(20);
    assertThat(stage.world.commands).hasValue(stage.world.effects.size());
    assertThat(stage.journal.waiting(DUPONT)).isEmpty();
  }

  @Test
  void aTurnOfALivingNodeIsLeftToIt(Store store) {
    Stage stage = new Stage(store);
    Crash crash = new Crash(0, true);
    stage.conversations =
        stage.conversations(Duration.ZERO, crash.in(stage.joints(Stage.cluster("busy"))));
    stage.receive(DUPONT, "rdv panne c'est Favre");
    assertThat(dies(stage, DUPONT)).isTrue();
    Conversations other = stage.conversations(Duration.ZERO, stage.joints(Stage.cluster("other")));
    assertThatThrownBy(() -> other.handle(DUPONT))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("held by another node");
    assertThat(stage.world.effects).isEmpty();
  }

  @Test
  void aNodeThatWasGivenUpTooSoonCommitsNothing(Store store) {
    Stage stage = new Stage(store);
    Conversations slow = stage.conversations(Duration.ZERO, stage.joints(Stage.cluster("slow")));
    Conversations heir =
        stage.conversations(Duration.ZERO, stage.joints(Stage.cluster("heir", "slow")));
    stage.receive(DUPONT, "rdv panne c'est Favre");
    stage.world.before =
        () -> {
          stage.world.before = () -> {};
          heir.handle(DUPONT);
          stage.receive(DUPONT, "la 2");
          heir.handle(DUPONT);
        };
    slow.handle(DUPONT);
    stage.mailboxes.leave(stage.now);
    stage.answers(
        "engine/greeting [rdv/creneaux kind=repair name=Favre]",
        "[rdv/confirme kind=repair name=Favre slot=2]");
    assertThat(stage.world.effects).hasSize(2);
    assertThat(stage.conversations.find(DUPONT, stage.now).orElseThrow().question()).isEmpty();
  }

  @Test
  void whatOneAddressLeftUndoneIsFinishedByTheTurnOfAnother(Store store) {
    Address mailbox = Address.mailbox("dupont@example.fr");
    Stage stage = new Stage(store);
    stage.knows(DUPONT, "Dupont");
    stage.knows(mailbox, "Dupont");
    Crash crash = new Crash(1, false);
    stage.conversations =
        stage.conversations(Duration.ZERO, crash.in(stage.joints(Stage.cluster("dying"))));
    stage.receive(DUPONT, "rdv panne");
    assertThat(dies(stage, DUPONT)).isTrue();
    stage.conversations =
        stage.conversations(Duration.ZERO, stage.joints(Stage.cluster("next", "dying")));
    stage.texts(mailbox, "Dupont");
    stage.answers(
        "engine/greeting [rdv/nom called=M. Dupont kind=repair]",
        "[rdv/creneaux called=M. Dupont kind=repair name=Dupont]");
    assertThat(stage.journal.waiting(DUPONT)).isEmpty();
  }

  @Test
  void aTurnWritesAsLittleAsItCan(Store store) {
    Stage stage = new Stage(store);
    Crash count = new Crash(Integer.MAX_VALUE, false);
    stage.world.before = count::effect;
    stage.conversations =
        stage.conversations(Duration.ZERO, count.in(stage.joints(Stage.cluster("counted"))));
    List<Integer> steps = new ArrayList<>();
    for (String text : TALK) {
      int before = count.steps();
      stage.texts(text);
      // The journal's insert comes before.
      steps.add(1 + count.steps() - before);
    }
    // Without an effect: entry, commit, reply, handled; with one: its claim and itself as well;
    // once a conversation, the timer that watches the silence; once a recognition, the redirect.
    assertThat(steps).containsExactly(5, 6, 6, 7, 4);
  }

  @Test
  void waitingMessagesOfOneAddressAreOneTurn(Store store) {
    Stage stage = new Stage(store);
    stage.receive(DUPONT, "bonsoir");
    stage.receive(DUPONT, "je voudrais un rdv");
    stage.receive(DUPONT, "pour un entretien");
    stage.texts("c'est Favre");
    stage.answers("engine/greeting [rdv/creneaux kind=maintenance name=Favre]");
    assertThat(stage.world.effects).containsOnlyKeys("twilio:node0#0");
  }

  @Test
  void fiveMessagesInFiveSecondsGetOneSensibleAnswer(Store store) {
    Stage stage = new Stage(store, "node", FLOWS, Duration.ofSeconds(3));
    for (String text :
        List.of("Bonsoir", "je voudrais un rdv", "c'est Favre", "pour un entretien", "merci")) {
      stage.texts(text);
      stage.passes(Duration.ofSeconds(1));
    }
    stage.answers();
    stage.passes(Duration.ofSeconds(3));
    stage.answers("engine/greeting [rdv/creneaux kind=maintenance name=Favre]");
  }

  @Test
  void aConfirmationIsNeverTakenBack(Store store) {
    Stage stage = new Stage(store, "node", FLOWS, Duration.ofSeconds(3));
    stage.texts("rdv entretien c'est Favre").passes(Duration.ofSeconds(4));
    stage.texts("la 1").passes(Duration.ofSeconds(1));
    stage.texts("c'est quand ?").passes(Duration.ofSeconds(9));
    stage.answers(
        "engine/greeting [rdv/creneaux kind=maintenance name=Favre]",
        "[rdv/confirme kind=maintenance name=Favre slot=1]",
        "[rdv/statut]");
  }

  @Test
  void anActionThatFailsIsTriedAgainUnderTheSameCause(Store store) {
    Stage stage = new Stage(store);
    stage.world.before =
        () -> {
          throw new IllegalStateException("the planning is away");
        };
    stage.receive(DUPONT, "rdv panne c'est Favre");
    assertThatThrownBy(() -> stage.conversations.handle(DUPONT)).hasMessage("the planning is away");
    stage.world.before = () -> {};
    stage
        .texts("svp")
        .answers(
            "engine/greeting [rdv/creneaux kind=repair name=Favre]",
            "engine/rephrase\n[rdv/creneaux kind=repair name=Favre]");
    assertThat(stage.world.effects).containsOnlyKeys("twilio:node0#0");
  }

  @Test
  void entriesSetAsideReleaseTheTurnTheyWereIn(Store store) {
    Stage stage = new Stage(store);
    stage.world.before =
        () -> {
          throw new IllegalStateException("poison");
        };
    String poison = stage.receive(DUPONT, "rdv panne c'est Favre");
    assertThatThrownBy(() -> stage.conversations.handle(DUPONT)).hasMessage("poison");
    stage.world.before = () -> {};
    stage.journal.handled(List.of(poison), "set aside");
    stage.texts("rdv entretien").answers("engine/greeting [rdv/nom kind=maintenance]");
  }

  @Test
  void aSilenceMessageIsNotSentTwiceAfterACrash(Store store) {
    for (int at = 0; at < 2; at++) {
      Stage stage = new Stage(store, "silent" + at, FLOWS, Duration.ZERO);
      Address client = Address.sender("+3361234500" + at);
      stage.texts(client, "rdv entretien c'est Favre");
      stage.now = stage.now.plus(Duration.ofMinutes(21));
      Crash crash = new Crash(at, true);
      Conversations dying =
          stage.conversations(Duration.ZERO, crash.in(stage.joints(Stage.cluster("dying"))));
      var timer = stage.mailboxes.takeDue(stage.now).getFirst();
      assertThatThrownBy(() -> dying.silence(timer)).isInstanceOf(Crash.Died.class);
      stage.conversations.silence(timer);
      stage.conversations.silence(timer);
      stage.mailboxes.leave(stage.now);
      assertThat(stage.mailboxes.sentTo(client)).hasSize(2);
    }
  }

  private static List<String> texts(Stage stage) {
    return stage.mailboxes.sent().stream().map(Outbound::text).toList();
  }
}
