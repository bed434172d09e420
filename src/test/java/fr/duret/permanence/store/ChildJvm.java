package fr.duret.permanence.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Another JVM that runs a `main` of the tests, to be spoken to by its standard streams and killed
/// as hard as `kill -9` does.
public final class ChildJvm implements AutoCloseable {

  private final Process process;
  private final BufferedReader output;

  private ChildJvm(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Starts it on this JVM's class path.
  public static ChildJvm start(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      return new ChildJvm(builder.start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The next line it prints.
  ///
  /// @throws IllegalStateException if it has ended
  public String line() {
    try {
      String line = output.readLine();
      if (line == null) {
        throw new IllegalStateException("the child has ended");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Kills it without warning, waits for its end, and returns the whole lines it had printed and
  /// nobody had read.
  public List<String> kill() {
    process.destroyForcibly().onExit().join();
    try {
      return output.lines().toList();
    } catch (UncheckedIOException streamClosed) {
      return List.of();
    }
  }

  /// Asks it to end, as a supervisor does (SIGTERM), and waits.
  ///
  /// @return its exit code
  public int terminate(Duration patience) {
    process.destroy();
    return process
        .onExit()
        .orTimeout(patience.toSeconds(), TimeUnit.SECONDS)
        .thenApply(Process::exitValue)
        .join();
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }
}
