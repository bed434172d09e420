package fr.duret.permanence;

import fr.duret.permanence.conversation.Conversations;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Step;
import fr.duret.permanence.desk.UndeliveredTickets;
import fr.duret.permanence.emergency.Alerts;
import fr.duret.permanence.outreach.Notices;
import fr.duret.permanence.outreach.Reminders;
import fr.duret.permanence.templates.TemplateSpec;
import fr.duret.permanence.templates.Templates;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells which templates nobody says: a text that is kept in order for nothing, or a name misspelt.
final class TemplateUse {

  /// Parameters of actions that name a template.
  private static final String SUBJECT = "subject";

  private TemplateUse() {}

  /// The files of templates that neither a flow nor the program uses, each with what is wrong.
  static List<String> unused(FlowSet flows, Templates templates) {
    Set<String> used = byFlows(flows);
    used.addAll(byProgram());
    return templates.all().stream()
        .filter(spec -> !used.contains(spec.name()))
        .map(TemplateSpec::file)
        .sorted()
        .map(file -> file + ": no flow and no code uses it")
        .toList();
  }

  /// Names that the program itself says and that no file has: it would fail when it wants to speak.
  static List<String> missing(Templates templates) {
    Set<String> missing = byProgram();
    templates.all().forEach(spec -> missing.remove(spec.name()));
    return missing.stream()
        .sorted()
        .map(name -> name + ": there is no such template, and the program itself uses it")
        .toList();
  }

  private static Set<String> byProgram() {
    return Stream.of(
            Conversations.TEMPLATES,
            Reminders.TEMPLATES,
            Notices.TEMPLATES,
            Alerts.TEMPLATES,
            UndeliveredTickets.TEMPLATES,
            BrokenPromises.TEMPLATES,
            Set.of(OfficeTickets.TEMPLATE),
            Core.civilityTemplates())
        .flatMap(Set::stream)
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> byFlows(FlowSet flows) {
    Set<String> used = new HashSet<>();
    flows
        .flows()
        .values()
        .forEach(flow -> {
          flow.silence().say().ifPresent(used::add);
          flow.steps().values().stream().map(TemplateUse::byStep).forEach(used::addAll);
        });
    return used;
  }

  private static Collection<String> byStep(Step step) {
    return switch (step) {
      case Step.Ask ask -> ask.templates();
      case Step.Say say -> say.templates();
      case Step.Do action -> Stream.ofNullable(action.parameters().get(SUBJECT)).toList();
    };
  }
}
