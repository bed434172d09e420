package fr.duret.permanence.conversation.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The drawing of one flow: steps in columns by their distance from where it begins. Each way out
/// of a step is a line in its box that says where it leads, so that no label stands on an arrow;
/// arrows pass behind the boxes.
final class Svg {

  private static final int WIDTH = 290;
  private static final int ACROSS = 70;
  private static final int HEAD = 44;
  private static final int LINE = 17;
  private static final int BETWEEN = 34;
  private static final int MARGIN = 30;

  /// Letters that fit into a box.
  private static final int MOST_LETTERS = 44;

  private final Flow flow;
  private final Map<String, Integer> columns = new LinkedHashMap<>();
  private final Map<String, Integer> tops = new LinkedHashMap<>();
  private final StringBuilder text = new StringBuilder();

  Svg(Flow flow) {
    this.flow = flow;
  }

  String draw() {
    place();
    int across = 1 + columns.values().stream().mapToInt(column -> column).max().orElse(0);
    int width = 2 * MARGIN + across * (WIDTH + ACROSS) - ACROSS;
    int height =
        MARGIN
            + flow.steps().values().stream()
                .mapToInt(step -> top(step.name()) + height(step.name()))
                .max()
                .orElse(0);
    text.append(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">
        <defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" \
        markerHeight="7" orient="auto"><path d="M0 0 10 5 0 10z" fill="#889"/></marker></defs>
        <g font-family="sans-serif" font-size="12">
        """
            .formatted(width, height, width, height));
    flow.steps().values().forEach(this::arrows);
    flow.steps().values().forEach(this::box);
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
    flow.entries().values().forEach(entry -> placeFrom(name(entry.to())));
    flow.starts().forEach(start -> placeFrom(name(start)));
    flow.steps().keySet().forEach(this::placeFrom);
    Map<Integer, Integer> used = new LinkedHashMap<>();
    columns.forEach((name, column) -> {
      int top = used.getOrDefault(column, MARGIN);
      tops.put(name, top);
      used.put(column, top + height(name) + BETWEEN);
    });
  }

  private void placeFrom(String first) {
    Deque<String> open = new ArrayDeque<>();
    if (flow.steps().containsKey(first) && columns.putIfAbsent(first, 0) == null) {
      open.add(first);
    }
    while (!open.isEmpty()) {
      String name = open.pop();
      for (Way way : ways(name)) {
        String next = name(way.next());
        if (flow.steps().containsKey(next) && columns.putIfAbsent(next, column(name) + 1) == null) {
          open.add(next);
        }
      }
    }
  }

  /// A step of this flow by its short name, anything else as it is written.
  private String name(Next next) {
    return switch (next) {
      case Next.Goto to -> to.flow().equals(flow.name()) ? to.step() : to.target();
      case Next.End end -> "end/" + end.outcome();
    };
  }

  private void arrows(Step step) {
    List<Way> ways = ways(step.name());
    for (int i = 0; i < ways.size(); i++) {
      String to = name(ways.get(i).next());
      if (flow.steps().containsKey(to)) {
        arrow(step.name(), to, top(step.name()) + HEAD + i * LINE + LINE / 2);
      }
    }
  }

  /// From a line of a box to the head of another: forward between facing sides, back likewise, and
  /// within a column round the left.
  private void arrow(String from, String to, int y1) {
    int ahead = Integer.signum(column(to) - column(from));
    int x1 = left(from) + (ahead > 0 ? WIDTH : 0);
    int x2 = left(to) + (ahead < 0 ? WIDTH : 0);
    int y2 = top(to) + HEAD / 2;
    int out = ahead > 0 ? ACROSS / 2 : -ACROSS / 2;
    int in = ahead < 0 ? ACROSS / 2 : -ACROSS / 2;
    text.append(
        """
        <path d="M%d %d C%d %d %d %d %d %d" fill="none" stroke="%s" marker-end="url(#arrow)"/>
        """
            .formatted(x1, y1, x1 + out, y1, x2 + in, y2, x2, y2, ahead > 0 ? "#889" : "#c8a2a2"));
  }

  private void box(Step step) {
    int x = left(step.name());
    int y = top(step.name());
    String fill =
        switch (step) {
          case Step.Ask _ -> "#e6f0ff";
          case Step.Do _ -> "#fff2dd";
          case Step.Say _ -> "#e8f7e8";
        };
    text.append(
        """
        <rect x="%d" y="%d" width="%d" height="%d" rx="6" fill="%s" stroke="#667"/>
        """
            .formatted(x, y, WIDTH, height(step.name()), fill));
    line(x + 8, y + 18, "font-weight=\"bold\"", step.name());
    line(x + 8, y + 35, "", FlowDraw.summary(step));
    line(x, y - 6, "fill=\"#a33\"", begins(step));
    List<Way> ways = ways(step.name());
    for (int i = 0; i < ways.size(); i++) {
      Way way = ways.get(i);
      String label = way.label().isEmpty() ? "" : way.label() + " ";
      line(x + 16, y + HEAD + (i + 1) * LINE - 5, "fill=\"#446\"", label + "→ " + name(way.next()));
    }
  }

  private void line(int x, int y, String style, String words) {
    String shown =
        words.length() <= MOST_LETTERS ? words : words.substring(0, MOST_LETTERS - 1) + "…";
    text.append("<text x=\"%d\" y=\"%d\" %s>%s</text>\n".formatted(x, y, style, escaped(shown)));
  }

  /// The intents that lead to a step, and whether the product itself begins there.
  private String begins(Step step) {
    List<String> reasons = new ArrayList<>();
    flow.entries().values().stream()
        .filter(entry -> name(entry.to()).equals(step.name()))
        .forEach(entry -> reasons.add(entry.intent()));
    flow.starts().stream()
        .filter(start -> name(start).equals(step.name()))
        .forEach(start -> reasons.add("starts"));
    return String.join(", ", reasons);
  }

  private List<Way> ways(String name) {
    return Optional.ofNullable(flow.steps().get(name)).stream()
        .flatMap(step -> Way.of(flow, step).stream())
        .toList();
  }

  private int height(String name) {
    return HEAD + ways(name).size() * LINE + 6;
  }

  private int column(String name) {
    return columns.getOrDefault(name, 0);
  }

  private int left(String name) {
    return MARGIN + column(name) * (WIDTH + ACROSS);
  }

  private int top(String name) {
    return tops.getOrDefault(name, 0);
  }
}
