package fr.duret.permanence;

import fr.duret.permanence.journal.Pulse;
import fr.duret.permanence.templates.TemplateError;
import fr.duret.permanence.templates.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes changed message templates over while the service runs. A folder with an error changes
/// nothing; the errors are told in the log.
final class TemplateWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TemplateWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final Templates templates;
  private final Path folder;
  private final Pulse pulse = new Pulse("templates", INTERVAL, this::look);
  private String seen;

  TemplateWatch(Templates templates, Path folder) {
    this.templates = templates;
    this.folder = folder;
    this.seen = fingerprint();
  }

  void start() {
    pulse.start();
  }

  @Override
  public void close() {
    pulse.close();
  }

  private void look() {
    String now = fingerprint();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    for (TemplateError error : templates.reload()) {
      LOG.error("templates not taken over: {}", error);
    }
  }

  private String fingerprint() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .sorted()
          .map(TemplateWatch::stamp)
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
