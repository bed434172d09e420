package fr.duret.permanence;

import fr.duret.permanence.conversation.flow.FlowDraw;
import fr.duret.permanence.conversation.flow.FlowFiles;
import fr.duret.permanence.conversation.flow.FlowScripts;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.templates.TemplateCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `permanence flows check | draw | test | vocabulary`: works on flows and templates without a
/// running service.
@Command(
    name = "flows",
    mixinStandardHelpOptions = true,
    description =
        "Checks, draws and rehearses flows and message templates, and lists what they may name.",
    synopsisSubcommandLabel = "(check | draw | test | vocabulary)")
final class FlowsCommand {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description =
          "Validates flows and templates, each problem with file and line, and shows what every"
              + " text message costs at worst.")
  int check(
      @Parameters(arity = "0..1", paramLabel = "FLOWS", description = "another folder of flows")
          @Nullable Path flows,
      @Option(
              names = "--templates",
              paramLabel = "DIR",
              description = "another folder of templates")
          @Nullable Path templates)
      throws IOException {
    Logging.quiet();
    PrintWriter out = spec.commandLine().getOut();
    try (Rehearsal rehearsal = Rehearsal.open(flows, templates)) {
      TemplateCheck.Report report = rehearsal.templates();
      report.table().forEach(out::println);
      report.errors().forEach(out::println);
      rehearsal.unusedTemplates().forEach(unused -> out.println("warning: " + unused));
      out.println(report.errors().isEmpty() ? "flows and templates are good" : "not good");
      return report.errors().isEmpty() ? 0 : 1;
    } catch (InvalidDialogue invalid) {
      invalid.problems().forEach(out::println);
      return 1;
    }
  }

  @Command(
      name = "draw",
      mixinStandardHelpOptions = true,
      description = "Draws the flows: a page with drawings that needs no network, or Mermaid.")
  int draw(
      @Parameters(arity = "0..1", paramLabel = "FLOWS", description = "another folder of flows")
          @Nullable Path flows,
      @Option(names = "--mermaid", description = "text for Mermaid instead of a page")
          boolean mermaid,
      @Option(names = "--out", paramLabel = "FILE", description = "write there")
          @Nullable Path file)
      throws IOException {
    Logging.quiet();
    try (Rehearsal rehearsal = Rehearsal.open(flows, null)) {
      FlowSet drawn = rehearsal.flows();
      String text = mermaid ? FlowDraw.mermaid(drawn) : FlowDraw.html(drawn);
      if (file == null) {
        spec.commandLine().getOut().println(text);
      } else {
        Files.writeString(file, text);
      }
    }
    return 0;
  }

  @Command(
      name = "test",
      mixinStandardHelpOptions = true,
      description =
          "Runs scripts of whole conversations: those of the flows' folder essais/, or single"
              + " ones.")
  int test(
      @Parameters(
              arity = "0..*",
              paramLabel = "PATH",
              description = "another folder of flows, or scripts")
          @Nullable List<Path> paths)
      throws IOException {
    Logging.quiet();
    PrintWriter out = spec.commandLine().getOut();
    List<Path> named = paths == null ? List.of() : paths;
    Path flows = named.stream().filter(path -> !Files.isRegularFile(path)).findFirst().orElse(null);
    List<Path> single = named.stream().filter(Files::isRegularFile).toList();
    List<FlowScripts.Report> reports =
        FlowScripts.run(
            single.isEmpty() ? scripts(flows) : contents(single),
            clock -> Rehearsal.rig(flows, null, clock),
            report -> tell(report, out));
    long failed = reports.stream().filter(report -> !report.problems().isEmpty()).count();
    out.println(reports.size() - failed + " passed, " + failed + " failed");
    return failed == 0 ? 0 : 1;
  }

  @Command(
      name = "vocabulary",
      mixinStandardHelpOptions = true,
      description =
          "Lists what flows may name: actions and recognisers with their outcomes, parameters and"
              + " variables, intents, starts and templates.")
  int vocabulary(
      @Parameters(arity = "0..1", paramLabel = "FLOWS", description = "another folder of flows")
          @Nullable Path flows,
      @Option(
              names = "--templates",
              paramLabel = "DIR",
              description = "another folder of templates")
          @Nullable Path templates)
      throws IOException {
    Logging.quiet();
    try (Rehearsal rehearsal = Rehearsal.open(flows, templates)) {
      FlowWords.list(rehearsal.vocabulary(), rehearsal.flows())
          .forEach(spec.commandLine().getOut()::println);
    }
    return 0;
  }

  private static void tell(FlowScripts.Report report, PrintWriter out) {
    out.println((report.problems().isEmpty() ? "ok    " : "FAILS ") + report.script());
    report.problems().forEach(problem -> out.println("      " + problem));
    out.flush();
  }

  private static Map<String, String> contents(List<Path> files) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (Path file : files) {
      contents.put(file.toString(), Files.readString(file));
    }
    return contents;
  }

  private Map<String, String> scripts(@Nullable Path flows) {
    Path folder = flows == null ? Home.folder().resolve("voice-flows") : flows;
    Path expected = folder.resolve(FlowFiles.SCRIPTS);
    Map<String, String> scripts =
        Files.isDirectory(folder) ? new FlowFiles(folder).scripts() : Map.of();
    if (scripts.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "there are no scripts in " + expected);
    }
    return scripts;
  }
}
