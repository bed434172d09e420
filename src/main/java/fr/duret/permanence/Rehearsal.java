package fr.duret.permanence;

import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Rig;
import fr.duret.permanence.conversation.flow.Vocabulary;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import fr.duret.permanence.templates.TemplateCheck;
import fr.duret.permanence.templates.Templates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The whole product on a store that is thrown away, so that flows and templates are checked
/// against exactly what will run them.
final class Rehearsal implements AutoCloseable {

  private static final LocalDateTime ANY_TIME = LocalDateTime.of(2026, 11, 22, 18, 30);

  private final Path folder;
  private final Settings settings;
  private final Core core;

  private Rehearsal(Path folder, Settings settings, Core core) {
    this.folder = folder;
    this.settings = settings;
    this.core = core;
  }

  /// Builds the product on those flows and templates; null means those shipped.
  ///
  /// @throws InvalidDialogue if a template or a flow is wrong
  static Rehearsal open(@Nullable Path flows, @Nullable Path templates) throws IOException {
    Path folder = Files.createTempDirectory("permanence-flows");
    Settings settings = settings(folder, flows, templates);
    Demo demo = new Demo(settings, ANY_TIME, true);
    try {
      return new Rehearsal(folder, settings, demo.core(handler -> handler));
    } catch (RuntimeException wrong) {
      demo.close();
      delete(folder);
      throw wrong;
    }
  }

  /// A product of its own for one script, whose clock stands at that time.
  static Rig rig(@Nullable Path flows, @Nullable Path templates, LocalDateTime clock) {
    try {
      Path folder = Files.createTempDirectory("permanence-script");
      return new Demo(settings(folder, flows, templates), clock, true).rig(() -> delete(folder));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static Settings settings(Path folder, @Nullable Path flows, @Nullable Path templates) {
    Map<String, String> environment = new HashMap<>();
    if (flows != null) {
      environment.put("PERMANENCE_FLOWS", flows.toString());
    }
    if (templates != null) {
      environment.put("PERMANENCE_TEMPLATES", templates.toString());
    }
    return SettingsReader.demo(0, "embedded:" + folder, environment, Home.folder());
  }

  /// The flows, checked.
  FlowSet flows() {
    return core.flows().current();
  }

  /// The names that flows may use.
  Vocabulary vocabulary() {
    return core.vocabulary();
  }

  /// What every text message costs at worst, with the longest real values.
  TemplateCheck.Report templates() {
    return TemplateCheck.check(Templates.load(settings.templates()), core.samples());
  }

  /// Templates that nobody says.
  List<String> unusedTemplates() {
    return TemplateUse.unused(flows(), Templates.load(settings.templates()));
  }

  @Override
  public void close() {
    core.close();
    core.base().store().close();
    delete(folder);
  }

  /// Deletes a folder with all that is in it.
  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException undeleted) {
      throw new UncheckedIOException(undeleted);
    }
  }
}
