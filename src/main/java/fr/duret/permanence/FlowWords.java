package fr.duret.permanence;

import fr.duret.permanence.conversation.flow.Flow;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Intents;
import fr.duret.permanence.conversation.flow.Vocabulary;
import fr.duret.permanence.conversation.flow.Vocabulary.Doing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Lists everything that a flow may name, as it is registered: whoever adds a step needs no source.
final class FlowWords {

  private final Vocabulary vocabulary;
  private final FlowSet flows;
  private final List<String> lines = new ArrayList<>();

  private FlowWords(Vocabulary vocabulary, FlowSet flows) {
    this.vocabulary = vocabulary;
    this.flows = flows;
  }

  /// The list, in lines.
  static List<String> list(Vocabulary vocabulary, FlowSet flows) {
    FlowWords words = new FlowWords(vocabulary, flows);
    words.doings("actions (do:)", vocabulary.actions(), vocabulary::action);
    words.doings("recognisers (accept:)", vocabulary.recognisers(), vocabulary::recogniser);
    words.heading("intents (entry:, on:)");
    words.lines.add("  " + String.join(" ", Intents.all()));
    words.starts();
    words.templates();
    words.heading("variables that every template is given");
    words.names("  ", Vocabulary.engineVariables());
    return List.copyOf(words.lines);
  }

  private void heading(String text) {
    if (!lines.isEmpty()) {
      lines.add("");
    }
    lines.add(text);
  }

  private void doings(String heading, Set<String> names, Function<String, Optional<Doing>> find) {
    heading(heading);
    for (String name : new TreeSet<>(names)) {
      Doing doing = find.apply(name).orElseThrow();
      lines.add("  " + name);
      names("    outcomes  ", doing.outcomes());
      names("    with      ", doing.parameters());
      names("    sets      ", doing.sets());
    }
  }

  private void starts() {
    heading("starts (steps at which the product itself opens a conversation)");
    for (Flow flow : flows.flows().values()) {
      flow.starts().forEach(start -> lines.add("  " + start.target()));
      if (!flow.starts().isEmpty()) {
        names("    sets      ", flow.variables());
      }
    }
  }

  private void templates() {
    heading("templates (ask:, say:), each with the variables that a way to it must have set");
    for (String name : new TreeSet<>(vocabulary.templates())) {
      lines.add("  " + name);
      Set<String> needs = new TreeSet<>(vocabulary.template(name).orElseThrow());
      needs.removeAll(Vocabulary.engineVariables());
      names("    needs     ", needs);
    }
  }

  private void names(String before, Collection<String> names) {
    if (!names.isEmpty()) {
      lines.add(before + String.join(" ", new TreeSet<>(names)));
    }
  }
}
