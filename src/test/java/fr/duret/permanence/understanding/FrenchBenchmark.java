package fr.duret.permanence.understanding;

import fr.duret.permanence.geo.Communes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// How many messages a second one core understands wholly: the examples of the corpus, in turn.
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class FrenchBenchmark {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 11, 22, 18, 30);
  private static final String CORPUS = "/understanding/meanings.tsv";

  private final French french =
      French.load(Communes.load().all().stream().map(commune -> commune.name()).toList());
  private final Context context = MeaningNotation.context("three");
  private List<String> texts = List.of();
  private int next;

  /// Reads the texts of the corpus.
  @Setup
  public void texts() throws IOException {
    InputStream in = Objects.requireNonNull(FrenchBenchmark.class.getResourceAsStream(CORPUS));
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      texts =
          lines
              .lines()
              .filter(line -> !line.isBlank() && line.charAt(0) != '#')
              .map(line -> line.split("\t", -1)[1])
              .toList();
    }
  }

  /// One message.
  @Benchmark
  public Understood message() {
    next = next + 1 == texts.size() ? 0 : next + 1;
    return french.read(texts.get(next), NOW, context);
  }
}
