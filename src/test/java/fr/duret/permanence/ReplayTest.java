package fr.duret.permanence;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.channel.sms.FakeTwilio.Text;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.StoreUri;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// A journal that is read again changes nothing: neither what a crash left unmarked, nor webhooks
/// that come once more, nor all of it.
@ExtendWith(StoreExtension.class)
class ReplayTest {

  private static final String STRANGER = "+33639987001";
  private static final String FAMILY = "+33639980121";

  @TempDir private Path folder;
  private final List<Text> written = new ArrayList<>();
  private Service service;
  private Outcome before;

  /// What the world sees of us.
  private record Outcome(List<Visit> visits, List<Owed> outbox, List<Ticket> tickets, int posts) {}

  @BeforeEach
  void letClientsTalk(StoreUri store) throws IOException {
    service = Service.start(store, folder, "2026-11-22T18:30", "0s");
    say(Service.DUPONT, "Bonsoir je voudrais un rdv pour l'entretien annuel, plutot mardi matin");
    say(STRANGER, "bonjour il me faudrait un electricien");
    say(Service.DUPONT, "la 2");
    say(STRANGER, "une prise ne marche plus dans la cuisine");
    say(STRANGER, "Sophie Martin");
    say(FAMILY, "bonjour je dois annuler mon rdv");
    say(STRANGER, "seynod");
    say(STRANGER, "1");
    say(Service.DUPONT, "finalement jeudi 26 c mieux");
    say(FAMILY, "oui");
    say(Service.DUPONT, "Je veux parler à quelqu'un");
    before = outcome();
    assertThat(before.visits()).isNotEmpty();
    assertThat(before.tickets()).isNotEmpty();
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void everyWebhookDeliveredOnceMoreChangesNothing() {
    service.off(Duration.ofMinutes(5));
    written.forEach(text -> assertThat(service.deliver(text).statusCode()).isEqualTo(200));
    service.settle();
    assertThat(outcome()).isEqualTo(before);
  }

  @Test
  void theLastTurnOfEverybodyLeftUnmarkedByACrashIsNotTakenAgain() {
    Set<String> seen = new HashSet<>();
    List<String> last =
        written.reversed().stream()
            .filter(text -> seen.add(text.from()))
            .map(Installation::entry)
            .toList();
    service.stop();
    leaveUnmarked(last);
    service.restart();
    assertThat(outcome()).isEqualTo(before);
    assertThat(service.journal()).allMatch(entry -> entry.state() == Entry.State.HANDLED);
  }

  @Test
  void aWholeJournalReadAgainChangesNothing() {
    service.stop();
    leaveUnmarked(written.stream().map(Installation::entry).toList());
    service.restart();
    written.forEach(text -> assertThat(service.deliver(text).statusCode()).isEqualTo(200));
    service.settle();
    assertThat(outcome()).isEqualTo(before);
    assertThat(service.journal()).allMatch(entry -> entry.state() == Entry.State.HANDLED);
  }

  private void say(String from, String words) {
    written.add(service.write(from, words));
    service.pass(Duration.ofMinutes(1));
  }

  private Outcome outcome() {
    return new Outcome(
        service.visits(), service.outbox(), service.tickets(), service.twilio().posts());
  }

  /// As if the process had died just before it marked these entries as handled.
  private void leaveUnmarked(List<String> entries) {
    try (Store store = Store.open(service.installation().settings().storeUri())) {
      MongoCollection<Document> journal = store.collection("journal");
      for (String entry : entries) {
        Document known = journal.find(eq("_id", entry)).first();
        assertThat(known).isNotNull();
        journal.updateOne(
            eq("_id", entry),
            Updates.combine(
                Updates.set("state", "WAITING"),
                Updates.set("outcome", null),
                Updates.set("waiting", known.getString("contact")),
                Updates.set("node", "a-process-that-died")));
      }
    }
  }
}
