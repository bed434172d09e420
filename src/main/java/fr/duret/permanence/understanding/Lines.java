package fr.duret.permanence.understanding;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The vocabulary's files: UTF-8 lines; `#` begins a comment, blank lines count for nothing.
final class Lines {

  private Lines() {}

  /// The lines of a file beside this class.
  ///
  /// @throws IllegalArgumentException if there is no such file
  static List<String> of(String name) {
    try (InputStream in = Lines.class.getResourceAsStream("/understanding/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such vocabulary: " + name);
      }
      return content(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> content(String file) {
    List<String> lines = new ArrayList<>();
    for (String line : file.lines().toList()) {
      int comment = line.indexOf('#');
      String kept = (comment < 0 ? line : line.substring(0, comment)).strip();
      if (!kept.isEmpty()) {
        lines.add(kept);
      }
    }
    return lines;
  }
}
