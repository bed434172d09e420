package fr.duret.permanence.conversation.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The drawing of one flow: steps in rows by their distance from where it begins.
final class Svg {

  private static final int WIDTH = 210;
  private static final int HEIGHT = 46;
  private static final int ACROSS = 60;
  private static final int DOWN = 70;

  private final Flow flow;
  private final Map<String, Integer> rows = new LinkedHashMap<>();
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  Svg(Flow flow) {
    this.flow = flow;
  }

  String draw() {
    place();
    int across = 1 + columns.values().stream().mapToInt(column -> column).max().orElse(0);
    int down = 1 + rows.values().stream().mapToInt(row -> row).max().orElse(0);
    int width = across * (WIDTH + ACROSS) + ACROSS;
    int height = down * (HEIGHT + DOWN) + DOWN;
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">
        <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" \
        markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z"/></marker></defs>
        <g font-family="sans-serif" font-size="12">
        """
            .formatted(width, height, width, height));
    flow.steps().values().forEach(this::arrows);
    rows.keySet().forEach(this::box);
    return text.append("</g></svg>").toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /// Breadth first from the entries, then whatever is only reached from other flows.
  private void place() {
    flow.entries().values().forEach(entry -> placeFrom(name(entry.to()), 0));
    flow.starts().forEach(start -> placeFrom(name(start), 0));
    flow.steps().keySet().forEach(step -> placeFrom(step, 0));
    Map<Integer, Integer> used = new LinkedHashMap<>();
    rows.forEach((step, row) -> columns.put(step, used.merge(row, 1, Integer::sum) - 1));
  }

  private void placeFrom(String first, int row) {
    Deque<String> open = new ArrayDeque<>();
    if (rows.putIfAbsent(first, row) == null) {
      open.add(first);
    }
    while (!open.isEmpty()) {
      String name = open.pop();
      for (String next : after(name)) {
        if (rows.putIfAbsent(next, rows.getOrDefault(name, 0) + 1) == null) {
          open.add(next);
        }
      }
    }
  }

  private List<String> after(String name) {
    return Optional.ofNullable(flow.steps().get(name)).stream()
        .flatMap(step -> Way.of(flow, step).stream())
        .map(way -> name(way.next()))
        .distinct()
        .toList();
  }

  /// A step of this flow by its short name, anything else as it is written.
  private String name(Next next) {
    return switch (next) {
      case Next.Goto to -> to.flow().equals(flow.name()) ? to.step() : to.target();
      case Next.End end -> "end/" + end.outcome();
    };
  }

  private void arrows(Step step) {
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Way way : Way.of(flow, step)) {
      labels.computeIfAbsent(name(way.next()), unseen -> new ArrayList<>()).add(way.label());
    }
    labels.forEach((to, all) -> arrow(step.name(), to, String.join(", ", all)));
  }

  private void arrow(String from, String to, String label) {
    int x1 = x(from) + WIDTH / 2;
    int y1 = y(from) + HEIGHT;
    int x2 = x(to) + WIDTH / 2;
    int y2 = y(to);
    text.append(
        """
        <path d="M%d %d C%d %d %d %d %d %d" fill="none" stroke="#889" marker-end="url(#arrow)"/>
        <text x="%d" y="%d" fill="#446" text-anchor="middle">%s</text>
        """
            .formatted(
                x1,
                y1,
                x1,
                y1 + DOWN / 2,
                x2,
                y2 - DOWN / 2,
                x2,
                y2,
                (x1 + 2 * x2) / 3,
                (y1 + 2 * y2) / 3,
                escaped(label)));
  }

  private void box(String name) {
    Optional<Step> step = Optional.ofNullable(flow.steps().get(name));
    String fill =
        switch (step.orElse(null)) {
          case Step.Ask _ -> "#e6f0ff";
          case Step.Do _ -> "#fff2dd";
          case Step.Say _ -> "#e8f7e8";
          case null -> "#eeeeee";
        };
    String begins =
        flow.entries().values().stream()
            .filter(entry -> name(entry.to()).equals(name))
            .map(Flow.Entry::intent)
            .reduce((one, other) -> one + ", " + other)
            .orElse("");
    text.append(
        """
        <rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s" stroke="#667"/>
        <text x="%d" y="%d" font-weight="bold">%s</text><text x="%d" y="%d">%s</text>
        <text x="%d" y="%d" fill="#a33">%s</text>
        """
            .formatted(
                x(name),
                y(name),
                WIDTH,
                HEIGHT,
                fill,
                x(name) + 8,
                y(name) + 18,
                escaped(name),
                x(name) + 8,
                y(name) + 36,
                escaped(step.map(FlowDraw::summary).orElse("")),
                x(name),
                y(name) - 6,
                escaped(begins)));
  }

  private int x(String name) {
    return ACROSS + columns.getOrDefault(name, 0) * (WIDTH + ACROSS);
  }

  private int y(String name) {
    return DOWN / 2 + rows.getOrDefault(name, 0) * (HEIGHT + DOWN);
  }
}
