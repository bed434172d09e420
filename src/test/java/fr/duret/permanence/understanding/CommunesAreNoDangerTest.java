package fr.duret.permanence.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.geo.Commune;
import fr.duret.permanence.geo.Communes;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Whoever tells where he lives raises no alarm: an « arc » is a spark, Val-d'Arc is a village.
class CommunesAreNoDangerTest {

  private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-22T18:30");
  private static final List<String> NAMES =
      Communes.load().all().stream().map(Commune::name).distinct().toList();
  private static final French FRENCH = French.load(NAMES);

  @Test
  void no_commune_told_where_it_was_asked_for_is_taken_for_a_danger() {
    assertThat(NAMES)
        .hasSizeGreaterThan(500)
        .flatMap(
            name -> Stream.of(name, "c'est à " + name + " svp", "je suis sur " + name).toList())
        .allSatisfy(told ->
            assertThat(FRENCH.read(told, NOW, Context.asked(Context.Asked.COMMUNE)).emergency())
                .isEqualTo(new Emergency.None()));
  }
}
