package fr.duret.permanence.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Timefold takes about a second to load: neither the start nor an offer may pay for it.
class TimefoldIsLazyTest {

  /// What happens before the first re-optimisation.
  public static final class Start {

    private Start() {}

    /// Makes offers beside an optimiser that is not yet needed.
    public static void main(String... args) {
      Crew crew = Crew.of("G", 0, Set.of("wiring"), Crew.USUAL_HALF_DAYS, List.of());
      DayPlan day = Days.day(Days.round(crew));
      Horizon horizon = new Horizon(List.of(day), Days.LINE, Demand.unknown(8));
      OfferRequest request =
          new OfferRequest(Days.work("new", 5, 60), OfferRequest.TWO_HOURS, Wish.anything());
      System.out.println(new Offers().offers(horizon, request));
      System.out.println(
          new Optimiser().improve(day, Days.LINE, Optimiser.Effort.QUICK).isPresent());
    }
  }

  @Test
  void nothingOfItIsLoadedBeforeTheFirstReoptimisation() throws IOException {
    String loaded = classesLoadedBy(Start.class);

    assertThat(loaded).contains("fr.duret.permanence.planning.Optimiser", "Offered");
    assertThat(loaded).doesNotContain("ai.timefold");
  }

  private static String classesLoadedBy(Class<?> main) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName())
            .redirectErrorStream(true)
            .start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
