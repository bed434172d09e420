package fr.duret.permanence.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.templates.Templates;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FacesTest {

  private final Texts texts =
      new TemplateTexts(
          Templates.load(Path.of("message-templates")),
          Map.of("company", "Duret Électricité", "office", "Claire"));

  @Test
  void aVariableThatCannotBeKeptIsRefusedAtOnce() {
    assertThatThrownBy(() -> Result.of("told").with("day", LocalDate.EPOCH))
        .hasMessage("variable day holds a LocalDate");
    assertThatThrownBy(() -> Result.of("told").with("days", List.of(Map.of("a", 1.5))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Result.of("told").with("days", List.of(Map.of("a", 1, "b", true))).values())
        .hasSize(1);
  }

  @Test
  void twoActionsCannotHaveOneName() {
    World world = new World();
    Registry registry = world.registry();
    Action one = registry.action("book").orElseThrow();
    assertThatThrownBy(() -> new Registry(List.of(one, one), List.of(), List.of()))
        .hasMessage("two are called book");
    assertThat(registry.actions()).contains("book", "offer-slots");
    assertThat(registry.recognisers()).containsExactlyInAnyOrder("name", "slot-choice");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "greeting",
        "help",
        "rephrase",
        "options",
        "silence",
        "start",
        "back",
        "empty",
        "resume"
      })
  void everyTextOfTheEngineExistsAndNeedsOnlyWhatTheEngineGives(String name) {
    assertThat(texts.variables("engine/" + name))
        .hasValueSatisfying(needed ->
            assertThat(List.of("first", "called", "recognised", "choices", "evening"))
                .containsAll(needed));
  }

  @Test
  void theCompanysConstantsAreGivenToEveryText() {
    assertThat(texts.write("engine/greeting", Channel.SMS, Map.of("evening", true)).text())
        .isEqualTo("Bonsoir, ici l'assistant automatique de Duret Électricité.");
    assertThat(texts.variables("engine/none")).isEmpty();
  }
}
