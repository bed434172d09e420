package fr.duret.permanence.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.conversation.flow.Next;
import fr.duret.permanence.conversation.flow.Step;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChoiceMatchTest {

  private static final List<Step.Choice> CHOICES =
      List.of(
          choice("1", "entretien", "révision"),
          choice("2", "panne", "dépannage"),
          choice("3", "petits travaux"));

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2, 2
          le 2 svp, 2
          2), 2
          2 - merci, 2
          Un entretien, 1
          RÉVISION annuelle, 1
          revision, 1
          entretein, 1
          entrtien, 1
          entretienn, 1
          des pannes, 2
          quelques petits travaux, 3
          petits, none
          le 2 décembre vers 10h, none
          4, none
          12, none
          une panne ou un entretien, none
          manne, none
          '', none
          🙂, none
          """)
  void findsTheOneAnswerMeant(String text, String key) {
    assertThat(ChoiceMatch.find(CHOICES, text, true).map(Step.Choice::key).orElse("none"))
        .isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({"2, none", "une panne, 2"})
  void aKeyCountsOnlyAsAnAnswer(String text, String key) {
    assertThat(ChoiceMatch.find(CHOICES, text, false).map(Step.Choice::key).orElse("none"))
        .isEqualTo(key);
  }

  private static Step.Choice choice(String key, String... words) {
    return new Step.Choice("", key, List.of(words), Map.of(), new Next.End("", key));
  }
}
