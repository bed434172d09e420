package fr.duret.permanence;

import fr.duret.permanence.conversation.FlowLibrary;
import fr.duret.permanence.conversation.InvalidFlows;
import fr.duret.permanence.conversation.flow.FlowFiles;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Vocabulary;
import fr.duret.permanence.templates.Samples;
import fr.duret.permanence.templates.TemplateCheck;
import fr.duret.permanence.templates.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The folders of flows and of templates, read and checked as one: each template against its own
/// rules, each flow against the templates, the program's own needs against both.
final class DialogueFiles {

  private final FlowFiles flows;
  private final Path texts;
  private final Function<Templates, Vocabulary> vocabulary;
  private final Supplier<Samples> samples;

  /// @param vocabulary what flows may name, given the texts
  /// @param samples the values with which the cost of the texts is measured
  DialogueFiles(
      Path flows,
      Path texts,
      Function<Templates, Vocabulary> vocabulary,
      Supplier<Samples> samples) {
    this.flows = new FlowFiles(flows);
    this.texts = texts;
    this.vocabulary = vocabulary;
    this.samples = samples;
  }

  /// Reads both folders and checks all but the cost.
  Draft read() {
    return read(Templates.salvage(texts));
  }

  /// The same with texts that were just read.
  Draft read(Templates templates) {
    return check(templates, flows.read());
  }

  /// Checks files, all but the cost.
  Draft check(Templates templates, Map<String, String> flowFiles) {
    List<String> wrong =
        Stream.concat(
                templates.rejected().stream().map(String::valueOf),
                TemplateUse.missing(templates).stream())
            .toList();
    try {
      FlowSet read = FlowLibrary.read(flowFiles, vocabulary.apply(templates));
      return new Draft(templates, Optional.of(read), wrong, List.of());
    } catch (InvalidFlows invalid) {
      return new Draft(templates, Optional.empty(), wrong, invalid.problems());
    }
  }

  /// The texts of a good draft that cost more than they may, or hold what makes them dear.
  List<String> tooDear(Draft draft) {
    return TemplateCheck.check(draft.templates(), samples.get()).errors().stream()
        .map(String::valueOf)
        .toList();
  }

  /// Changes whenever a file is added, removed or saved.
  ///
  /// @throws UncheckedIOException if files vanish meanwhile
  String fingerprint() {
    try (Stream<Path> files = Files.walk(texts)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(DialogueFiles::stamp)
          .collect(Collectors.joining("\n", "", "\n" + flows.fingerprint()));
    } catch (IOException vanished) {
      throw new UncheckedIOException(vanished);
    }
  }

  private static String stamp(Path file) {
    try {
      return file + " " + Files.getLastModifiedTime(file) + " " + Files.size(file);
    } catch (IOException vanished) {
      return file + " is gone";
    }
  }
}
