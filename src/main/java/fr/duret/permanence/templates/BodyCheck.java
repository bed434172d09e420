package fr.duret.permanence.templates;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Checks the tags of a template against the variables it declares, each with its line.
///
/// Only what a text needs is allowed: values, sections, inverted sections and comments. Partials,
/// changed delimiters and lambdas would hide from this check what a message says.
final class BodyCheck {

  private static final Pattern TAG =
      Pattern.compile("\\{\\{([#^/!>=&{<$]?)\\s*([^}]*?)\\s*\\}?\\}\\}");

  private record Section(String name, Optional<Variable> list, int line) {}

  private final String file;
  private final Map<String, Variable> variables;
  private final List<TemplateError> errors;
  private final Set<String> used = new HashSet<>();
  private final Deque<Section> open = new ArrayDeque<>();

  BodyCheck(TemplateSpec spec, List<TemplateError> errors) {
    this.file = spec.file();
    this.errors = errors;
    this.variables =
        spec.variables().stream().collect(Collectors.toMap(Variable::name, Function.identity()));
  }

  /// @param body the text after the header
  /// @param firstLine the line of the file on which it begins
  void check(String body, int firstLine) {
    Matcher tag = TAG.matcher(body);
    while (tag.find()) {
      int line =
          firstLine + (int) body.substring(0, tag.start()).chars().filter(c -> c == '\n').count();
      tag(tag.group(1), tag.group(2), line);
    }
    open.forEach(section -> error(section.line, "section \"" + section.name + "\" is not closed"));
    variables.keySet().stream()
        .filter(name -> !used.contains(name))
        .sorted()
        .forEach(name -> error(1, "variable \"" + name + "\" is declared but not used"));
    if (body.isBlank()) {
      error(firstLine, "the text is empty");
    }
  }

  private void tag(String sort, String name, int line) {
    switch (sort) {
      case "!" -> {}
      case "" -> value(name, line);
      case "#" -> openSection(name, line, true);
      case "^" -> openSection(name, line, false);
      case "/" -> closeSection(name, line);
      default -> error(line, "{{" + sort + " is not allowed in a message");
    }
  }

  private void value(String name, int line) {
    if (open.stream().anyMatch(section -> offers(section, name))) {
      return;
    }
    find(name, line).ifPresent(variable -> property(variable, name, line));
  }

  private static boolean offers(Section section, String name) {
    return section.list.filter(list -> list.kind().itemProperties().contains(name)).isPresent();
  }

  private void property(Variable variable, String name, int line) {
    String property =
        name.equals(variable.name()) ? "" : name.substring(variable.name().length() + 1);
    Set<String> known = variable.kind().properties();
    if (!known.contains(property)) {
      error(
          line,
          "\"" + name + "\" cannot be printed: a " + variable.kind().header() + " has " + known);
    }
  }

  private void openSection(String name, int line, boolean iterates) {
    Optional<Variable> variable = find(name, line);
    variable.ifPresent(known -> sectionAllowed(known, name, line));
    Optional<Variable> list =
        variable.filter(known -> iterates && known.kind().list() && known.name().equals(name));
    open.push(new Section(name, list, line));
  }

  private void sectionAllowed(Variable variable, String name, int line) {
    boolean whole = variable.name().equals(name);
    boolean allowed =
        whole
            ? variable.optional() || variable.kind() == Kind.FLAG || variable.kind().list()
            : name.endsWith(".one") || name.endsWith(".several");
    if (!allowed) {
      error(line, "\"" + name + "\" is no flag, list or optional variable");
    }
  }

  private void closeSection(String name, int line) {
    if (open.isEmpty() || !open.peek().name.equals(name)) {
      error(line, "section \"" + name + "\" is closed but not open here");
    } else {
      open.pop();
    }
  }

  private Optional<Variable> find(String name, int line) {
    String base = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
    used.add(base);
    Optional<Variable> found = Optional.ofNullable(variables.get(base));
    if (found.isEmpty()) {
      error(line, "unknown variable \"" + name + "\"");
    }
    return found;
  }

  private void error(int line, String message) {
    errors.add(new TemplateError(file, line, message));
  }
}
