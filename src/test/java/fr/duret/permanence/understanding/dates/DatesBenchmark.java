package fr.duret.permanence.understanding.dates;

import java.time.LocalDateTime;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Messages read per second on one core, over a mix of what clients write.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DatesBenchmark {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 18, 30);
  private static final String[] TEXTS = {
    "Bonsoir je voudrais un rdv pour l'entretien annuel svp, plutot mardi matin",
    "bjr c possible mardi aprem ou mercredi matin pr le tableau ?",
    "la 2",
    "ok merci beaucoup, bonne soirée",
    "finalement jeudi 26 c mieux",
    "la semaine prochaine sauf jeudi, pas avant 10h",
    "Bonjour, j'habite au 12 rue des Alpes 74000 Annecy, mon numéro est le 06 12 34 56 78",
    "je peux le 25 ou le 26 mecredi aprem mais pas avant 15h"
  };

  private final Dates dates = Dates.french();
  private int next;

  /// One message.
  @Benchmark
  public Reading read() {
    next = (next + 1) % TEXTS.length;
    return dates.read(TEXTS[next], NOW);
  }
}
