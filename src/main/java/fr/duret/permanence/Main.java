package fr.duret.permanence;

import com.mongodb.MongoException;
import fr.duret.permanence.conversation.InvalidFlows;
import fr.duret.permanence.http.CannotListen;
import fr.duret.permanence.store.StoreGoneException;
import fr.duret.permanence.templates.InvalidTemplates;
import fr.duret.permanence.yaml.InvalidYaml;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IExecutionExceptionHandler;

/// The program `permanence`: starts one of its commands.
@Command(
    name = "permanence",
    mixinStandardHelpOptions = true,
    version = "0.1.0",
    description = "The bot that answers the company's telephone, text messages and mail.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ConfigCommand.class,
      FlowsCommand.class,
      CompactCommand.class,
      HelpCommand.class
    })
public final class Main {

  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /// Runs a command and ends with its exit code: 0, or another with one clear line of error.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// Runs a command.
  ///
  /// @return its exit code
  static int run(String... args) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler(clearly())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .execute(args);
  }

  private static IExecutionExceptionHandler clearly() {
    return (failure, command, parsed) -> {
      LOG.debug("command failed", failure);
      command.getErr().println(command.getColorScheme().errorText(told(failure)));
      return command.getCommandSpec().exitCodeOnExecutionException();
    };
  }

  /// What an operator needs to know: what he can mend is told in full, the rest by name.
  private static String told(Exception failure) {
    return switch (failure) {
      case InvalidYaml invalid -> String.join(System.lineSeparator(), invalid.problems());
      case InvalidFlows invalid -> String.join(System.lineSeparator(), invalid.problems());
      case InvalidTemplates invalid -> String.valueOf(invalid.getMessage());
      case CannotListen taken -> String.valueOf(taken.getMessage());
      case StoreGoneException gone -> String.valueOf(gone.getMessage());
      case MongoException store -> "the store does not answer: " + store.getMessage();
      default -> String.valueOf(failure);
    };
  }
}
