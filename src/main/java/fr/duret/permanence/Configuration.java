package fr.duret.permanence;

import com.mongodb.ConnectionString;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import fr.duret.permanence.yaml.InvalidYaml;
import fr.duret.permanence.yaml.Problems;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// Everything that an operator can get wrong before `serve`: the settings and the files that they
/// name, read together so that all is told at once, each problem under its key.
final class Configuration {

  private Configuration() {}

  /// Reads the settings and tries the company file. Flows and templates are tried only if something
  /// else is wrong, so that it is told with the rest: a good configuration starts without that.
  ///
  /// @throws InvalidYaml with every problem
  static Settings serve(Path file, Map<String, String> environment, Path home) {
    return SettingsReader.serve(
        file,
        environment,
        home,
        (settings, problems) -> {
          namedFiles(settings, problems);
          if (!problems.none()) {
            dialogue(settings, problems);
          }
        });
  }

  /// The same with flows and templates tried in any case.
  ///
  /// @throws InvalidYaml with every problem
  static Settings check(Path file, Map<String, String> environment, Path home) {
    return SettingsReader.serve(
        file,
        environment,
        home,
        (settings, problems) -> {
          namedFiles(settings, problems);
          dialogue(settings, problems);
        });
  }

  private static void namedFiles(Settings settings, Problems problems) {
    settings.company().filter(Files::isReadable).ifPresent(file -> company(file, problems));
    if (settings.storeUri().startsWith("mongodb")) {
      connection(settings.storeUri(), problems);
    }
  }

  private static void company(Path file, Problems problems) {
    try {
      CompanyFile.read(file.toString(), Files.readString(file));
    } catch (InvalidYaml invalid) {
      problems.addAll("company", invalid);
    } catch (IOException unreadable) {
      problems.add("company", "'" + file + "' cannot be read as text");
    }
  }

  /// What the driver says of a connection string may quote its password.
  private static void connection(String uri, Problems problems) {
    try {
      new ConnectionString(uri);
    } catch (IllegalArgumentException malformed) {
      problems.add("store.uri", "is no connection string of MongoDB");
    }
  }

  private static void dialogue(Settings settings, Problems problems) {
    if (!Files.isReadable(settings.flows()) || !Files.isReadable(settings.templates())) {
      return;
    }
    try (Rehearsal rehearsal = Rehearsal.open(settings.flows(), settings.templates())) {
      rehearsal.flows();
    } catch (InvalidDialogue invalid) {
      invalid.templates().forEach(problem -> problems.add("templates", problem));
      invalid.flows().forEach(problem -> problems.add("flows", problem));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
