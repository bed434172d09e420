package fr.duret.permanence.conversation.flow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Draws flows: as text for Mermaid, or as a page that shows them without anything from elsewhere.
public final class FlowDraw {

  private FlowDraw() {}

  /// All flows as one Mermaid flowchart.
  public static String mermaid(FlowSet flows) {
    StringBuilder text = new StringBuilder("flowchart TD\n");
    Map<String, String> ids = new LinkedHashMap<>();
    for (Flow flow : flows.flows().values()) {
      text.append("  subgraph ").append(id(ids, "flow " + flow.name()));
      text.append("[\"").append(quoted(flow.name())).append("\"]\n");
      for (Step step : flow.steps().values()) {
        String id = id(ids, flow.name() + "/" + step.name());
        text.append("    ").append(id).append(box(step)).append('\n');
      }
      text.append("  end\n");
    }
    for (Flow flow : flows.flows().values()) {
      edges(flow, ids).forEach(edge -> text.append("  ").append(edge).append('\n'));
    }
    return text.toString();
  }

  /// All flows as one HTML page with a drawing of each; it needs no network.
  public static String html(FlowSet flows) {
    StringBuilder page =
        new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="fr"><head><meta charset="utf-8"/><title>voice-flows</title>
            <style>body{font-family:sans-serif;margin:2em}div{overflow-x:auto}svg{display:block}</style>
            </head><body>
            """);
    for (Flow flow : flows.flows().values()) {
      page.append("<h2>").append(Svg.escaped(flow.name())).append("</h2>\n");
      page.append("<div>").append(svg(flow)).append("</div>\n");
    }
    return page.append("</body></html>\n").toString();
  }

  /// One flow as an SVG drawing.
  public static String svg(Flow flow) {
    return new Svg(flow).draw();
  }

  /// What a step does, in a line.
  static String summary(Step step) {
    return switch (step) {
      case Step.Ask ask ->
          "? " + ask.template() + ask.accept().map(ear -> " (" + ear.recogniser() + ")").orElse("");
      case Step.Do action -> "! " + action.action();
      case Step.Say say -> "\" " + say.template();
    };
  }

  private static List<String> edges(Flow flow, Map<String, String> ids) {
    List<String> edges = new ArrayList<>();
    flow.entries()
        .forEach((intent, entry) ->
            edges.add(
                id(ids, "intent " + intent)
                    + "([\""
                    + quoted(intent)
                    + "\"]) --> "
                    + target(ids, entry.to())));
    for (Step step : flow.steps().values()) {
      for (Way way : Way.of(flow, step)) {
        String label = way.label().isEmpty() ? "" : "|\"" + quoted(way.label()) + "\"|";
        edges.add(
            id(ids, flow.name() + "/" + step.name())
                + " -->"
                + label
                + " "
                + target(ids, way.next()));
      }
    }
    return edges;
  }

  private static String target(Map<String, String> ids, Next next) {
    return switch (next) {
      case Next.Goto to -> id(ids, to.target());
      case Next.End end ->
          id(ids, "end " + end.outcome()) + "((\"" + quoted(end.outcome()) + "\"))";
    };
  }

  private static String box(Step step) {
    String text = quoted(step.name() + "<br/>" + summary(step).replace("\"", ""));
    return step instanceof Step.Ask ? "{{\"" + text + "\"}}" : "[\"" + text + "\"]";
  }

  /// Mermaid's identifiers are plain; ours may hold anything.
  private static String id(Map<String, String> ids, String name) {
    return ids.computeIfAbsent(name, unseen -> "n" + ids.size());
  }

  private static String quoted(String text) {
    return text.replace("\"", "#quot;");
  }
}
