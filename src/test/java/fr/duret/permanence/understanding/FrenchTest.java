package fr.duret.permanence.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// What one message means as a whole.
class FrenchTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 18, 30);
  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);
  private static final French FRENCH = French.load(List.of("Annecy", "Seynod", "Thônes"));

  private static final Context TWO_WINDOWS =
      Context.offered(
          List.of(
              new Option(TUESDAY, LocalTime.of(8, 0), LocalTime.of(10, 0)),
              new Option(TUESDAY, LocalTime.of(10, 0), LocalTime.of(12, 0))));

  @Test
  void one_message_may_hold_a_choice_a_yes_a_name_and_a_place() {
    Understood got = FRENCH.read("ok pour la 2, c'est Mme Favre à Seynod", NOW, TWO_WINDOWS);

    assertThat(got.intent()).isEqualTo(Intent.CHOOSE);
    assertThat(got.choice()).isEqualTo(new Choice.One(1, Confidence.SURE, "number"));
    assertThat(got.answer()).isEqualTo(Answer.YES);
    assertThat(got.name().orElseThrow().value().last()).contains("Favre");
    assertThat(got.communes()).extracting(Finding::value).containsExactly("Seynod");
  }

  @Test
  void the_span_of_a_finding_is_that_of_the_words_as_written() {
    String text = "Bonsoir, ici Mme Favre ; je suis à Thones";

    Understood got = FRENCH.read(text, NOW, Context.none());

    assertThat(got.name().orElseThrow().span().of(text)).isEqualTo("Favre");
    assertThat(got.communes().getFirst().span().of(text)).isEqualTo("Thones");
  }

  @Test
  void danger_is_heard_in_whatever_is_answered() {
    Understood got = FRENCH.read("la 2 mais le tableau fume", NOW, TWO_WINDOWS);

    assertThat(got.emergency()).isInstanceOf(Emergency.Alarm.class);
  }

  @Test
  void the_gravest_danger_names_the_alarm() {
    Understood got =
        FRENCH.read("plus de courant et mon fils a pris une décharge", NOW, Context.none());

    assertThat(got.emergency())
        .isInstanceOfSatisfying(
            Emergency.Alarm.class,
            alarm -> assertThat(alarm.kind()).isEqualTo(Emergency.Kind.INJURY));
  }

  @Test
  void without_a_table_no_commune_is_found() {
    Understood got = French.load().read("je suis à Annecy", NOW, Context.none());

    assertThat(got.communes()).isEmpty();
  }

  @Test
  void nothing_at_all_means_nothing() {
    Understood got = FRENCH.read("", NOW, TWO_WINDOWS);

    assertThat(got.intent()).isEqualTo(Intent.OTHER);
    assertThat(got.confidence()).isEqualTo(Confidence.UNSURE);
    assertThat(got.choice()).isEqualTo(new Choice.Nothing());
    assertThat(got.answer()).isEqualTo(Answer.NONE);
    assertThat(got.name()).isEqualTo(Optional.empty());
    assertThat(got.emergency()).isEqualTo(new Emergency.None());
  }

  @Test
  void ten_thousand_texts_of_any_sort_are_read_without_failing() {
    Noise noise = new Noise(new Random(20261122));
    for (int i = 0; i < 10_000; i++) {
      String text = noise.next();
      Understood got = FRENCH.read(text, NOW, i % 2 == 0 ? Context.none() : TWO_WINDOWS);

      assertThat(got.intents()).as(text).isNotEmpty().hasSizeLessThanOrEqualTo(3);
      got.intents().forEach(found -> assertThat(found.span().of(text)).isNotNull());
      got.communes().forEach(found -> assertThat(found.span().of(text)).isNotBlank());
    }
  }
}
