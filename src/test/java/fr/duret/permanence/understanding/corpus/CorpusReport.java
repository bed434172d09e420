package fr.duret.permanence.understanding.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Judges every row of a corpus and reports, per category, how many are wholly right and how many
/// are confidently wrong.
///
/// A corpus is a resource of tab-separated lines; `#` begins a comment; the first field is the
/// category, the judge knows the others.
public final class CorpusReport {

  /// One example.
  ///
  /// @param line its number in the file, for messages
  /// @param fields what follows the category
  public record Row(int line, String category, List<String> fields) {

    /// The field at that index, from 0.
    public String field(int index) {
      return fields.get(index);
    }
  }

  /// What became of one example.
  ///
  /// @param confident whether the reader would have acted upon its answer without asking
  /// @param got the answer, for the list of errors
  public record Verdict(boolean right, boolean confident, String got) {}

  private record Result(Row row, Verdict verdict) {

    boolean isConfidentlyWrong() {
      return !verdict.right && verdict.confident;
    }
  }

  private final String resource;
  private final List<Result> results;

  private CorpusReport(String resource, List<Result> results) {
    this.resource = resource;
    this.results = results;
  }

  /// Judges all rows of a resource of the class path (`/understanding/dates.tsv`); fails clearly if
  /// it is absent or has no row.
  public static CorpusReport of(String resource, Function<Row, Verdict> judge) {
    return of(resource, rows(lines(resource)), judge);
  }

  /// The same for a file that is no part of the project.
  public static CorpusReport ofFile(Path file, Function<Row, Verdict> judge) throws IOException {
    return of(file.toString(), rows(Files.readAllLines(file)), judge);
  }

  private static CorpusReport of(String name, List<Row> rows, Function<Row, Verdict> judge) {
    List<Result> results = rows.stream().map(row -> new Result(row, judge.apply(row))).toList();
    if (results.isEmpty()) {
      throw new IllegalStateException("the corpus " + name + " has no rows");
    }
    return new CorpusReport(name, results);
  }

  private static List<String> lines(String resource) {
    try (InputStream in = CorpusReport.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the corpus " + resource + " is not on the class path");
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Row> rows(List<String> lines) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isBlank() && lines.get(i).charAt(0) != '#') {
        List<String> fields = List.of(lines.get(i).split("\t", -1));
        rows.add(new Row(i + 1, fields.getFirst(), fields.subList(1, fields.size())));
      }
    }
    return rows;
  }

  /// The number of rows.
  public int size() {
    return results.size();
  }

  /// The share of rows wholly right, from 0 to 1.
  public double accuracy() {
    return share(results.stream().filter(result -> result.verdict.right).count());
  }

  /// The share of rows that are wrong though the reader was sure, from 0 to 1.
  public double confidentlyWrong() {
    return share(results.stream().filter(Result::isConfidentlyWrong).count());
  }

  /// How many rows and what became of them are of that sort.
  public long count(BiPredicate<Row, Verdict> sort) {
    return results.stream().filter(result -> sort.test(result.row, result.verdict)).count();
  }

  private double share(long count) {
    return (double) count / results.size();
  }

  /// Throws [AssertionError] with the table and the errors unless enough is right and little enough
  /// confidently wrong.
  public CorpusReport requireAtLeast(double accuracy, double confidentlyWrong) {
    if (accuracy() < accuracy || confidentlyWrong() > confidentlyWrong) {
      throw new AssertionError(table() + errors());
    }
    return this;
  }

  /// The table: category, rows, right, per cent, not sure (wrong, but it would ask), confidently
  /// wrong.
  public String table() {
    Map<String, List<Result>> categories =
        results.stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.row.category, TreeMap::new, Collectors.toList()));
    StringBuilder table = new StringBuilder(resource).append('\n').append(HEADER);
    categories.forEach((category, rows) -> table.append(line(category, rows)));
    return table.append(line("all", results)).toString();
  }

  private static final String HEADER =
      String.format(
          Locale.ROOT,
          "%-24s %5s %6s %7s %9s %18s%n",
          "category",
          "rows",
          "right",
          "%",
          "not sure",
          "confidently wrong");

  private static String line(String name, List<Result> rows) {
    long right = rows.stream().filter(result -> result.verdict.right).count();
    long confident = rows.stream().filter(Result::isConfidentlyWrong).count();
    double percent = 100.0 * right / rows.size();
    return String.format(
        Locale.ROOT,
        "%-24s %5d %6d %7.1f %9d %18d%n",
        name,
        rows.size(),
        right,
        percent,
        rows.size() - right - confident,
        confident);
  }

  /// The rows that are not right, one a line: where, what was read, what was answered.
  public String errors() {
    return results.stream()
        .filter(result -> !result.verdict.right)
        .map(CorpusReport::error)
        .collect(Collectors.joining());
  }

  private static String error(Result result) {
    return String.format(
        Locale.ROOT,
        "line %d%s: %s%n    got: %s%n",
        result.row.line,
        result.isConfidentlyWrong() ? " (confident)" : "",
        String.join(" | ", result.row.fields),
        result.verdict.got);
  }
}
