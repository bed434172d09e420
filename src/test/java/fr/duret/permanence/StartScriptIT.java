package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `bin/permanence` as a newcomer calls it, from another folder and through a link, on what the
/// build has made.
class StartScriptIT {

  private static final Path SCRIPT = Path.of("bin", "permanence").toAbsolutePath();

  private static final Path CACHE = Path.of("target", "permanence.aot");

  @TempDir private Path folder;

  private String javaOptions = "";

  @Test
  void itStartsTheProgramFromAnywhere() throws Exception {
    assertThat(run(SCRIPT, "--version")).isZero();
    assertThat(output()).containsExactly("0.1.0");
    assertThat(run(SCRIPT, "--help")).isZero();
    assertThat(output()).first().asString().startsWith("Usage: permanence");
  }

  @Test
  void itEndsWithTheProgramsExitCode() throws Exception {
    assertThat(run(SCRIPT, "dance")).isEqualTo(2);
    assertThat(errors()).singleElement().asString().contains("dance");
  }

  @Test
  void itCanBeLinkedTo() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("permanence"), SCRIPT);
    assertThat(run(link, "--version")).isZero();
  }

  @Test
  void itPreparesQuickStartsThatJavaCanUse() throws Exception {
    assertThat(run(SCRIPT, "prepare")).as("%s", errors()).isZero();
    assertThat(CACHE).isNotEmptyFile();
    // Java ends with an error if it cannot use the cache that it is told to use.
    javaOptions = "-XX:AOTMode=on";
    assertThat(run(SCRIPT, "--version")).isZero();
  }

  @Test
  void aCacheThatCannotBeUsedDoesNoHarm() throws Exception {
    Files.writeString(CACHE, "broken");
    try {
      assertThat(run(SCRIPT, "--version")).isZero();
      assertThat(output()).containsExactly("0.1.0");
      assertThat(errors()).isEmpty();
    } finally {
      Files.delete(CACHE);
    }
  }

  private int run(Path script, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("JAVA_OPTS", javaOptions);
    return process
        .directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectError(folder.resolve("err").toFile())
        .start()
        .waitFor();
  }

  private List<String> output() throws IOException {
    return Files.readAllLines(folder.resolve("out"), StandardCharsets.UTF_8);
  }

  private List<String> errors() throws IOException {
    return Files.readAllLines(folder.resolve("err"), StandardCharsets.UTF_8);
  }
}
