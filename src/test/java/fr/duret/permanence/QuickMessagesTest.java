package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.StoreUri;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// People write in small pieces. With `reply.quiet` at its three seconds they have one sensible
/// dialogue, not as many as there are pieces.
@ExtendWith(StoreExtension.class)
class QuickMessagesTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private Service service;

  @BeforeEach
  void start(StoreUri store) throws IOException {
    service = Service.start(store, folder, "2026-11-22T18:30", "3s");
  }

  @AfterEach
  void close() {
    service.close();
  }

  @Test
  void fiveMessagesInFiveSecondsGetOneAnswerThatHasReadThemAll() {
    quickly(
        Service.DUPONT,
        "bonsoir",
        "je voudrais un rdv",
        "pour l'entretien annuel",
        "plutot mardi matin",
        "merci");
    assertThat(service.inbox(Service.DUPONT))
        .singleElement()
        .asString()
        .startsWith("Bonsoir M. Dupont, ici l'assistant automatique de Duret Électricité.")
        .contains("Pour votre entretien, je vous propose", "1) mardi 24 nov. 8h-10h");
    quickly(Service.DUPONT, "la 2");
    assertThat(service.inbox(Service.DUPONT).getLast())
        .startsWith("C'est noté : mardi 24 novembre entre 10h et 12h");
  }

  @Test
  void somebodyUnknownIsAskedOnlyWhatNoneOfHisPiecesSaid() {
    quickly(
        "+33639987001",
        "bonjour",
        "Julie Perrin",
        "à Sevrier",
        "mon disjoncteur saute tout le temps",
        "vous pouvez passer la semaine prochaine ?");
    assertThat(service.inbox("+33639987001"))
        .singleElement()
        .asString()
        .contains("assistant automatique", "Pour votre dépannage, je vous propose");
  }

  @Test
  void fiveMessagesAtTheVerySameMomentGetOneAnswer() {
    List.of("bonsoir", "un rdv svp", "pour l'entretien", "plutot mardi matin", "merci")
        .forEach(words ->
            service.deliver(service.twilio().write(Service.DUPONT, Installation.OURS, words, 0)));
    service.settle();
    service.pass(Duration.ofSeconds(4));
    assertThat(service.inbox(Service.DUPONT))
        .singleElement()
        .asString()
        .contains("Pour votre entretien, je vous propose", "1) mardi 24 nov. 8h-10h");
  }

  private void quickly(String from, String... pieces) {
    for (String piece : pieces) {
      service.write(from, piece);
      service.pass(SECOND);
    }
    service.pass(Duration.ofSeconds(4));
  }
}
