package fr.duret.permanence.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class JournalTest {

  static final Address DUPONT = Address.mailbox("dupont@example.fr");
  static final Address MARTIN = Address.mailbox("martin@example.fr");
  private static final Instant NOON = Instant.parse("2026-11-23T11:00:00Z");

  private final Journal journal;

  JournalTest(Store store) {
    journal = new Journal(store, new Nodes(store, "a", () -> 0, Duration.ofSeconds(20), true));
  }

  static Inbound message(String id, Address from, Instant at) {
    return new Inbound(
        id,
        Channel.SMS,
        from,
        "+33450000000",
        "texte de " + id,
        List.of(URI.create("http://media.example/1")),
        at);
  }

  @BeforeEach
  void dupontWroteTwice() {
    journal.receive(message("m1", DUPONT, NOON));
    journal.receive(message("m2", DUPONT, NOON));
  }

  @Test
  void aMessageIsReadBackAsItCame() {
    Entry first = journal.waiting(DUPONT).getFirst();

    assertThat(first.id()).isEqualTo("m1");
    assertThat(first.text()).isEqualTo("texte de m1");
    assertThat(first.contact()).isEqualTo(DUPONT);
    assertThat(first.media()).containsExactly(URI.create("http://media.example/1"));
    assertThat(first.at()).isEqualTo(NOON);
    assertThat(first.trace()).isEqualTo(Trace.of("m1")).doesNotContain("m1");
  }

  @Test
  void aRepeatedMessageIsAnsweredLikeTheFirstAndChangesNothing() {
    journal.handled(List.of("m1", "m2"), "answered");

    Receipt again = journal.receive(message("m1", DUPONT, NOON.plusSeconds(60)));

    assertThat(again).isEqualTo(new Receipt.Repeated(Trace.of("m1")));
    assertThat(journal.waiting(DUPONT)).isEmpty();
    assertThat(journal.figures()).isEqualTo(new Figures(2, 1, 2, 0, 0));
  }

  @Test
  void messagesWaitInTheOrderOfTheirTimeAndThenOfTheirArrival() {
    journal.receive(message("late", DUPONT, NOON.minusSeconds(1)));

    assertThat(journal.waiting(DUPONT)).extracting(Entry::id).containsExactly("late", "m1", "m2");
    assertThat(journal.waiting(MARTIN)).isEmpty();
  }

  @Test
  void whatIsHandledKeepsItsOutcomeAndStaysHandled() {
    journal.handled(List.of("m1"), "answered");
    journal.handled(List.of("m1"), "something else");

    assertThat(journal.waiting(DUPONT)).extracting(Entry::id).containsExactly("m2");
    assertThat(journal.find(List.of("m1")).getFirst().outcome()).contains("answered");
  }

  @Test
  void afterRepeatedFailuresTheOldestIsTakenAlone() {
    journal.failed(List.of("m1", "m2"), NOON);
    assertThat(journal.waiting(DUPONT)).hasSize(2);

    journal.failed(List.of("m1", "m2"), NOON);
    assertThat(journal.waiting(DUPONT)).extracting(Entry::id).containsExactly("m1");
  }

  @Test
  void theHistoryIsReadPageByPage() {
    journal.receive(message("m3", MARTIN, NOON.plusSeconds(1)));
    journal.receive(message("m4", DUPONT, NOON.plusSeconds(2)));
    journal.note(
        new Entry(
            "refused:x",
            Order.next(NOON.plusSeconds(3)),
            "t",
            Entry.Kind.REFUSED,
            Channel.SMS,
            DUPONT,
            "",
            "",
            List.of(),
            NOON.plusSeconds(3),
            Entry.State.HANDLED,
            Optional.of("cap-hour"),
            0));

    assertThat(read(Optional.empty(), Optional.empty())).containsExactly("m1", "m2");
    assertThat(read(Optional.empty(), after("m2"))).containsExactly("m3", "m4");
    assertThat(read(Optional.of(DUPONT), after("m2"))).containsExactly("m4", "refused:x");
    assertThat(new History(journal, journal).read(Reading.of(MARTIN)))
        .extracting(Entry::id)
        .containsExactly("m3", "m3");
    assertThat(
            journal.read(
                new Reading(Optional.of(DUPONT), Optional.of(NOON.plusSeconds(2)), after("m1"), 9)))
        .extracting(Entry::id)
        .containsExactly("m4", "refused:x");
  }

  private Optional<String> after(String id) {
    return Optional.of(journal.find(List.of(id)).getFirst().order());
  }

  private List<String> read(Optional<Address> contact, Optional<String> after) {
    return journal.read(new Reading(contact, Optional.empty(), after, 2)).stream()
        .map(Entry::id)
        .toList();
  }
}
