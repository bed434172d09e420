package fr.duret.permanence.understanding.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever people (or machines) send, reading answers, and its answer can be written and read
/// again.
class DatesFuzzTest {

  private static final long SEED = 20261122;
  private static final int INPUTS = 10_000;
  private static final String ALPHABET =
      "abcdehijlmnorstuvéèàç 0123456789 0123456789hH:/.-,;!?'’()€\n\t😀\u0301\uD800";

  private final Random random = new Random(SEED);
  private final Dates dates = Dates.french();

  @Test
  void tenThousandRandomTextsAreReadWithoutAnException() throws IOException {
    List<String> words = words();
    for (int i = 0; i < INPUTS; i++) {
      String text = i % 3 == 0 ? noise() : sentence(words);
      LocalDateTime now = LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(random.nextInt(2_000_000));
      When when = dates.read(text, now).best();
      assertThat(When.parse(when.notation()).notation()).as(text).isEqualTo(when.notation());
    }
  }

  private String noise() {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(60); i > 0; i--) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /// Words of the vocabulary and numbers in any order: much denser in dates than any client's text.
  private String sentence(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 1 + random.nextInt(14); i > 0; i--) {
      boolean number = random.nextInt(3) == 0;
      text.append(
          number ? String.valueOf(random.nextInt(70)) : words.get(random.nextInt(words.size())));
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }

  private static List<String> words() throws IOException {
    try (InputStream in =
        DatesFuzzTest.class.getResourceAsStream("/understanding/dates-vocabulary.tsv")) {
      return new BufferedReader(
              new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .map(line -> line.split("\t", -1)[2])
          .flatMap(forms -> List.of(forms.split("\\|", -1)).stream())
          .toList();
    }
  }
}
