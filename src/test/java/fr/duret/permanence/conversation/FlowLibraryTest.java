package fr.duret.permanence.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(StoreExtension.class)
class FlowLibraryTest {

  @TempDir Path folder;
  private Path flow;

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> all = Files.list(Path.of("src/test/resources/flows"))) {
      for (Path file : all.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    flow = folder.resolve("rendez-vous.yaml");
  }

  private void change(String from, String to) throws IOException {
    String text = Files.readString(flow);
    assertThat(text).contains(from);
    Files.writeString(flow, text.replace(from, to));
  }

  @Test
  void aChangedFileServesNewConversationsAndTheOthersGoOnAsTheyBegan(Store store)
      throws IOException {
    Stage stage = new Stage(store, "node", folder, Duration.ZERO);
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    change("set: {kind: maintenance}, next: nom", "set: {kind: maintenance}, next: merci");
    stage.library.enforce(stage.saved());
    stage.texts("entretien").texts("Favre");
    stage.answers("[rdv/nom kind=maintenance]", "[rdv/creneaux kind=maintenance name=Favre]");
    stage.passes(Duration.ofDays(4)).answers("[rdv/silence kind=maintenance name=Favre]");
    stage.texts("rdv entretien");
    stage.answers("engine/greeting [rdv/confirme kind=maintenance]");
  }

  @Test
  void anotherNodeFindsTheVersionsPublishedByThis(Store store) throws IOException {
    Stage stage = new Stage(store, "node", folder, Duration.ZERO);
    String before = stage.library.current().hash();
    change("end: told", "end: told-twice");
    FlowLibrary other = stage.library();
    assertThat(other.current().hash()).isNotEqualTo(before);
    assertThat(other.version(before).orElseThrow().hash()).isEqualTo(before);
    assertThat(other.version("unheard-of")).isEmpty();
  }

  @Test
  void flowsThatAreWrongFromTheBeginningAreRefused(Store store) throws IOException {
    Stage stage = new Stage(store, "node", folder, Duration.ZERO);
    change("{do: book,", "{do: bok,");
    assertThatThrownBy(stage::library)
        .isInstanceOfSatisfying(
            InvalidFlows.class,
            invalid ->
                assertThat(invalid.problems())
                    .isEqualTo(
                        List.of(
                            "rendez-vous.yaml:25: action 'bok' is unknown; known are [book, offer-slots, open-ticket, release]")));
  }
}
