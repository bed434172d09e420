package fr.duret.permanence.understanding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The small machines under the readers.
class VocabularyFilesTest {

  @Test
  void words_that_sound_alike_have_one_key() {
    assertThat(Sound.of("tablo")).isEqualTo(Sound.of("tableau"));
    assertThat(Sound.of("etinsel")).isEqualTo(Sound.of("etincelles"));
    assertThat(Sound.of("sen")).isEqualTo(Sound.of("sent"));
    assertThat(Sound.of("courant")).isNotEqualTo(Sound.of("couleur"));
  }

  @Test
  void one_slip_of_the_finger_is_forgiven_two_are_not() {
    Typos typos = new Typos(Set.of("disjoncteur", "radiateur"));

    assertThat(typos.nearest("disjonteur")).contains("disjoncteur");
    assertThat(typos.nearest("disjonctteur")).contains("disjoncteur");
    assertThat(typos.nearest("disjnocteur")).contains("disjoncteur");
    assertThat(typos.nearest("disjoncreur")).contains("disjoncteur");
    assertThat(typos.nearest("dijonteur")).isEmpty();
    assertThat(typos.nearest("rat")).isEmpty();
  }

  @Test
  void a_civility_ends_no_sentence_and_a_number_keeps_its_point() {
    Written text = Splitter.split("M. Favre, 14.30 ? Oui.", Set.of("m"));

    assertThat(text.words()).extracting(Word::text).containsExactly("m", "favre", "14.30", "oui");
    assertThat(text.words()).extracting(Word::sentence).containsExactly(0, 0, 0, 1);
    assertThat(text.questions().get(0)).isTrue();
    assertThat(text.questions().get(1)).isFalse();
  }

  @Test
  void accents_written_as_marks_of_their_own_are_folded() {
    Written text = Splitter.split("re\u0301pare\u0301", Set.of());

    assertThat(text.words()).extracting(Word::text).containsExactly("repare");
  }

  @Test
  void a_vocabulary_that_is_absent_is_named() {
    assertThatThrownBy(() -> Lines.of("no-such.txt")).hasMessageContaining("no-such.txt");
  }

  @Test
  void every_word_of_a_pattern_can_be_typed() {
    Collection<String> words = new Vocabulary().patterns().vocabulary();

    assertThat(words).isNotEmpty().allMatch(word -> word.equals(word.strip()));
    assertThat(words).noneMatch(word -> List.of("", "=").contains(word));
  }
}
