package fr.duret.permanence.conversation.flow;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The steps of all flows by their full names, and the ways between them.
final class Graph {

  private final FlowSet flows;
  private final Map<String, Step> steps = new LinkedHashMap<>();
  private final Map<String, List<Next>> ways = new LinkedHashMap<>();

  Graph(FlowSet flows) {
    this.flows = flows;
    for (Flow flow : flows.flows().values()) {
      for (Step step : flow.steps().values()) {
        String name = flow.name() + "/" + step.name();
        steps.put(name, step);
        ways.put(name, waysFrom(flow, step));
      }
    }
  }

  private static List<Next> waysFrom(Flow flow, Step step) {
    List<Next> all = new ArrayList<>(step.ways());
    if (step instanceof Step.Ask ask) {
      all.addAll(flow.on().values());
      flow.words().forEach(words -> all.add(words.next()));
      if (ask.silence().isEmpty()) {
        flow.silence().next().ifPresent(all::add);
      }
    }
    return all;
  }

  Map<String, Step> steps() {
    return steps;
  }

  List<Next> ways(String step) {
    return ways.getOrDefault(step, List.of());
  }

  /// The steps that a step leads to, those that exist.
  List<String> after(String step) {
    return targets(ways(step));
  }

  /// The steps that a step leads to without waiting for anybody.
  private List<String> atOnce(String step) {
    return steps.get(step) instanceof Step.Say say
        ? targets(say.next().stream().toList())
        : after(step);
  }

  List<String> targets(Collection<? extends Next> ways) {
    return ways.stream()
        .filter(Next.Goto.class::isInstance)
        .map(way -> ((Next.Goto) way).target())
        .filter(steps::containsKey)
        .distinct()
        .toList();
  }

  /// Where conversations and subjects begin.
  Set<String> beginnings() {
    Set<String> begin = new LinkedHashSet<>();
    for (Flow flow : flows.flows().values()) {
      begin.addAll(targets(flow.entries().values().stream().map(Flow.Entry::to).toList()));
      begin.addAll(targets(flow.starts()));
    }
    return begin;
  }

  Set<String> reachable() {
    Set<String> seen = new LinkedHashSet<>(beginnings());
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      for (String next : after(open.pop())) {
        if (seen.add(next)) {
          open.add(next);
        }
      }
    }
    return seen;
  }

  /// The steps from which an end can be reached.
  Set<String> ending() {
    Set<String> found = new LinkedHashSet<>();
    boolean grew = true;
    while (grew) {
      grew = false;
      for (String name : steps.keySet()) {
        boolean ends = ways(name).stream().anyMatch(Next.End.class::isInstance);
        grew |= (ends || after(name).stream().anyMatch(found::contains)) && found.add(name);
      }
    }
    return found;
  }

  /// The steps that always come to a question or an end, whatever the outcomes: no endless loop of
  /// doing and saying.
  Set<String> settling() {
    Set<String> settled = new LinkedHashSet<>();
    steps.forEach((name, step) -> {
      if (step instanceof Step.Ask) {
        settled.add(name);
      }
    });
    boolean grew = true;
    while (grew) {
      grew = false;
      for (String name : steps.keySet()) {
        grew |= settled.containsAll(atOnce(name)) && settled.add(name);
      }
    }
    return settled;
  }
}
