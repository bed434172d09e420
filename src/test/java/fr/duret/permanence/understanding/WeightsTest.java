package fr.duret.permanence.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The weights shipped are those that today's code and rows would give.
class WeightsTest {

  private static final Vocabulary VOCABULARY = new Vocabulary();

  @Test
  void the_weights_of_danger_were_learned_from_these_rows_by_this_code() {
    assertThat(Learned.load("danger.weights").fingerprint)
        .as("vocabulary, rows or traits have changed: run TrainModel (docs/understanding.md)")
        .isEqualTo(Learner.fingerprint(TrainingRows.danger(VOCABULARY)));
  }

  @Test
  void the_weights_of_intents_were_learned_from_these_rows_by_this_code() {
    assertThat(Learned.load("intents.weights").fingerprint)
        .as("vocabulary, rows or traits have changed: run TrainModel (docs/understanding.md)")
        .isEqualTo(Learner.fingerprint(TrainingRows.intents(TrainModel.french())));
  }

  @Test
  void the_weights_of_answers_and_choices_were_learned_from_these_rows_by_this_code() {
    French french = TrainModel.french();
    assertThat(
            List.of(
                Learned.load("choices.weights").fingerprint,
                Learned.load("options.weights").fingerprint,
                Learned.load("answers.weights").fingerprint))
        .as("vocabulary, rows or traits have changed: run TrainModel (docs/understanding.md)")
        .containsExactly(
            Learner.fingerprint(AnswerRows.kinds(french)),
            Learner.fingerprint(AnswerRows.options(french)),
            Learner.fingerprint(AnswerRows.replies(french)));
  }

  @Test
  void the_weights_of_what_is_kept_were_learned_from_these_rows_by_this_code() {
    assertThat(Learned.load("keep.weights").fingerprint)
        .as("vocabulary, rows or traits have changed: run TrainModel (docs/understanding.md)")
        .isEqualTo(Learner.fingerprint(KeepRows.samples(TrainModel.french())));
  }

  @Test
  void weights_stay_small_enough_to_ship() throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    Learned.load("danger.weights").write(file);

    assertThat(file.size()).isBetween(10_000, 1_500_000);
  }

  @Test
  void the_words_that_told_are_named() {
    Emergency told =
        French.load().read("la guirlande crépite et fume", NOW, Context.none()).emergency();

    assertThat(told).isInstanceOf(Emergency.Alarm.class);
    assertThat(((Emergency.Alarm) told).reason()).contains("learned", "fume");
  }

  @Test
  void two_messages_share_no_trait_but_by_what_they_share() {
    Traits traits = VOCABULARY.traits();
    List<Integer> shared = all(traits.of(VOCABULARY.read("bonjour")));
    shared.retainAll(all(traits.of(VOCABULARY.read("zut"))));

    assertThat(shared).as("only that both are short").hasSize(1);
  }

  private static List<Integer> all(MessageTraits traits) {
    List<Integer> all = new ArrayList<>();
    traits.tell((trait, word, letters) -> all.add(trait));
    return all;
  }

  @Test
  void weights_that_are_absent_are_named() {
    assertThatThrownBy(() -> Learned.load("no-such.weights")).hasMessageContaining("no-such");
  }

  private static final java.time.LocalDateTime NOW =
      java.time.LocalDateTime.parse("2026-11-22T18:30");
}
