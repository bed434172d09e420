package fr.duret.permanence.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What `docs/store.md` allows, read from its tables.
///
/// @param commands options by command
/// @param common what the driver may send with any command
/// @param queries query operators
/// @param updates update operators and their modifiers
record Allowed(
    Map<String, Set<String>> commands,
    Set<String> common,
    Set<String> queries,
    Set<String> updates) {

  private static final Pattern NAME = Pattern.compile("`([^`]+)`");

  static Allowed read() {
    try {
      return parse(Files.readAllLines(Path.of("docs", "store.md")));
    } catch (IOException e) {
      throw new IllegalStateException("the tests run in the project's folder", e);
    }
  }

  private static Allowed parse(List<String> lines) {
    Map<String, Set<String>> commands = new HashMap<>();
    Set<String> common = new HashSet<>();
    Set<String> queries = new HashSet<>();
    Set<String> updates = new HashSet<>();
    String section = "";
    for (String line : lines) {
      section = line.startsWith("## ") ? line.substring(3) : section;
      if (line.startsWith("Sent with any command")) {
        common.addAll(names(line));
      } else if (line.startsWith("| `")) {
        String[] cells = line.split("\\|", -1);
        switch (section) {
          case "Commands" -> commands.put(names(cells[1]).iterator().next(), names(cells[2]));
          case "Query operators" -> queries.addAll(names(cells[1]));
          case "Update operators" -> updates.addAll(names(cells[1]));
          default -> {}
        }
      }
    }
    return new Allowed(commands, common, queries, updates);
  }

  private static Set<String> names(String text) {
    Set<String> names = new HashSet<>();
    NAME.matcher(text).results().map((MatchResult name) -> name.group(1)).forEach(names::add);
    return names;
  }
}
