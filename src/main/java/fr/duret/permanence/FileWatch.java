package fr.duret.permanence;

import fr.duret.permanence.conversation.FlowLibrary;
import fr.duret.permanence.journal.Pulse;
import fr.duret.permanence.templates.TemplateError;
import fr.duret.permanence.templates.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes changed message templates and flows over while the service runs, as soon as they are
/// saved. A folder with an error changes nothing; the errors are told in the log.
final class FileWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Templates templates;
  private final Path folder;
  private final FlowLibrary flows;
  private final Pulse pulse = new Pulse("files", INTERVAL, this::look);
  private String seen;

  /// @param folder of the templates; the flows know their own
  FileWatch(Templates templates, Path folder, FlowLibrary flows) {
    this.templates = templates;
    this.folder = folder;
    this.flows = flows;
    this.seen = fingerprint();
  }

  void start() {
    pulse.start();
  }

  @Override
  public void close() {
    pulse.close();
  }

  /// Looks at both folders now. Templates first: a flow may name one saved just before.
  private void look() {
    lookAtTemplates();
    flows.refresh();
  }

  private void lookAtTemplates() {
    String now = fingerprint();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    List<TemplateError> errors = templates.reload();
    errors.forEach(error -> LOG.error("templates not taken over: {}", error));
    if (errors.isEmpty()) {
      LOG.info("templates are in force");
    }
  }

  private String fingerprint() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(FileWatch::stamp)
          .collect(Collectors.joining("\n"));
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
