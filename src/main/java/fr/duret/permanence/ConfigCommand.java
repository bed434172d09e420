package fr.duret.permanence;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `permanence config check`: the checks of `serve`, without starting anything.
@Command(
    name = "config",
    mixinStandardHelpOptions = true,
    description = "Checks the configuration.",
    synopsisSubcommandLabel = "check")
final class ConfigCommand {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Command(
      name = "check",
      mixinStandardHelpOptions = true,
      description = "Lists everything that is wrong, each with its key; starts nothing.")
  int check(
      @Option(
              names = "--config",
              required = true,
              paramLabel = "FILE",
              description = "the configuration")
          Path file) {
    Logging.quiet();
    Configuration.check(file, System.getenv(), Home.folder());
    spec.commandLine().getOut().println("configuration is complete");
    return 0;
  }
}
