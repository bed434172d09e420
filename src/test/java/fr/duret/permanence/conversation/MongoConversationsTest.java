package fr.duret.permanence.conversation;

import static fr.duret.permanence.conversation.Stage.DUPONT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class MongoConversationsTest {

  private static final Instant NOON = Instant.parse("2026-11-24T11:00:00Z");

  private MongoConversations conversations;

  @BeforeEach
  void open(Store store) {
    conversations = new MongoConversations(store);
  }

  @Test
  void everythingComesBackAsItWasWritten() {
    Conversation written = full();
    assertThat(conversations.save(written)).isTrue();
    Conversation read = conversations.find("tel:+33612345678").orElseThrow();
    assertThat(read).usingRecursiveComparison().isEqualTo(written);
  }

  @Test
  void aStaleWriterIsRefused() {
    conversations.save(full());
    Conversation one = conversations.find("tel:+33612345678").orElseThrow();
    Conversation other = conversations.find("tel:+33612345678").orElseThrow();
    one.number = 8;
    assertThat(conversations.save(one)).isTrue();
    other.number = 9;
    assertThat(conversations.save(other)).isFalse();
    assertThat(conversations.find(one.id).orElseThrow().number).isEqualTo(8);
  }

  @Test
  void onlyOneOfTwoBeginsAConversation() {
    assertThat(conversations.save(full())).isTrue();
    assertThat(conversations.save(full())).isFalse();
  }

  @Test
  void onlyOneOfTwoClaimsATurn() {
    Conversation.Claim claim =
        new Conversation.Claim("c", "node", List.of("c"), "flows", NOON, false);
    assertThat(conversations.claim("tel:+336", 0, claim)).isTrue();
    assertThat(conversations.claim("tel:+336", 0, claim)).isFalse();
    assertThat(conversations.claim("tel:+336", 1, claim)).isTrue();
    assertThat(conversations.claim("tel:+336", 1, claim)).isFalse();
    assertThat(conversations.find("tel:+336").orElseThrow().claim).contains(claim);
  }

  private static Conversation full() {
    Conversation conversation = new Conversation("tel:+33612345678");
    conversation.number = 7;
    conversation.redirect = Optional.of(new Conversation.Redirect("person:P-1", 3));
    conversation.dialogue = dialogue();
    conversation.owner = Optional.of(new Conversation.Owner("Claire", NOON, NOON.plusSeconds(9)));
    conversation.stretches.add(new Conversation.Owner("Claire", NOON, NOON.plusSeconds(5)));
    conversation.claim =
        Optional.of(new Conversation.Claim("c2", "node", List.of("c2", "c3"), "flows", NOON, true));
    Outbound message =
        new Outbound(
            "c/r0",
            "trace",
            Channel.SMS,
            DUPONT,
            "rdv/motif",
            Purpose.SERVICE,
            Level.NUMBER,
            true,
            Optional.of(NOON),
            "text",
            Optional.of("visit/V-1"),
            NOON.plusSeconds(3));
    conversation.done =
        Optional.of(
            new Conversation.Done(
                "c",
                List.of("c"),
                "asked",
                List.of(new Conversation.Reply(message, true, true)),
                Optional.of("P-1"),
                Optional.of(NOON),
                List.of(new Errand("visit-changed", Map.of("visit", "V-1")))));
    conversation.address = Optional.of(DUPONT);
    conversation.channel = Channel.WEB;
    conversation.last = NOON;
    conversation.silence = Optional.of(NOON.plusSeconds(60));
    conversation.timer = Optional.of(NOON.plusSeconds(70));
    return conversation;
  }

  private static Dialogue dialogue() {
    Dialogue dialogue = new Dialogue();
    dialogue.flows = "flows";
    dialogue.person = Optional.of("P-1");
    dialogue.level = Level.CONFIRMED;
    dialogue.greeted = true;
    dialogue.last = List.of("rdv/motif");
    dialogue.subject = subject("move");
    dialogue.suspend(true);
    dialogue.subject = subject("book");
    return dialogue;
  }

  private static Subject subject(String intent) {
    Subject subject = new Subject(intent);
    subject.variables.put("kind", "repair");
    subject.variables.put("count", 3);
    subject.variables.put("slots", List.of("a", "b"));
    subject.variables.put("visits", List.of(Map.of("service", "repair")));
    subject.said("rdv pour une panne");
    subject.answered("rendez-vous/motif", 0);
    subject.misses = 2;
    subject.spokenOver = true;
    subject.at = Optional.of(new Position("rendez-vous", "nom"));
    return subject;
  }
}
