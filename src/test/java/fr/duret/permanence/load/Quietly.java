package fr.duret.permanence.load;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Lets the service log as in production, but not between the figures.
public final class Quietly {

  private Quietly() {}

  /// Sends what is logged to a file; to be called before anything logs.
  ///
  /// @return where the figures go
  public static PrintStream logTo(Path file) throws IOException {
    PrintStream figures = System.out;
    System.setProperty("logback.configurationFile", "logback.xml");
    System.setOut(new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8));
    return figures;
  }
}
