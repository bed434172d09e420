package fr.duret.permanence.conversation.flow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The files of a folder of flows: all its `.yaml` and `.yml`, those in sub-folders too, but not
/// the scripts. A single file is a folder of its own.
public final class FlowFiles {

  /// The sub-folder of the scripts.
  public static final String SCRIPTS = "essais";

  private final Path folder;

  /// Those of that folder.
  public FlowFiles(Path folder) {
    this.folder = folder;
  }

  /// The contents by the files' names below the folder. A file that is no UTF-8 is read with
  /// replacement characters, so that the check can point at it.
  public Map<String, String> read() {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : list(folder, false)) {
      contents.put(name(file), content(file));
    }
    return contents;
  }

  /// The contents of the scripts, by the files' names below the folder.
  public Map<String, String> scripts() {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : list(folder, true)) {
      contents.put(name(file), content(file));
    }
    return contents;
  }

  /// Changes whenever a file is added, removed or saved.
  public String fingerprint() {
    return list(folder, false).stream().map(this::stamp).collect(Collectors.joining("\n"));
  }

  private List<Path> list(Path root, boolean scripts) {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(file -> file.toString().matches(".+\\.ya?ml"))
          .filter(file -> name(file).startsWith(SCRIPTS + "/") == scripts)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name(Path file) {
    Path below = file.equals(folder) ? folder.getFileName() : folder.relativize(file);
    return below.toString().replace('\\', '/');
  }

  private String stamp(Path file) {
    try {
      BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return name(file) + " " + attributes.lastModifiedTime() + " " + attributes.size();
    } catch (IOException vanished) {
      return name(file) + " is gone";
    }
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
