package fr.duret.permanence;

import com.mongodb.MongoException;
import fr.duret.permanence.http.CannotListen;
import fr.duret.permanence.store.StoreGoneException;
import fr.duret.permanence.yaml.InvalidYaml;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;

/// The program `permanence`: starts one of its commands.
@Command(
    name = "permanence",
    mixinStandardHelpOptions = true,
    version = "0.1.0",
    description = "The bot that answers the company's text messages.",
    subcommands = {
      DemoCommand.class,
      ServeCommand.class,
      ConfigCommand.class,
      FlowsCommand.class,
      CompactCommand.class,
      PrepareCommand.class,
      HelpCommand.class
    })
public final class Main {

  private Main() {}

  /// Runs a command and ends with its exit code: 0, or another with one clear line for each error.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /// Runs a command.
  ///
  /// @return its exit code
  static int run(String... args) {
    return commandLine().execute(args);
  }

  /// The commands, before they are given arguments.
  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .setParameterExceptionHandler((wrong, args) -> misused(wrong))
        .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int misused(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    String told = String.valueOf(wrong.getMessage()).lines().collect(Collectors.joining(" "));
    tell(command, told + " (see '" + name + " --help')");
    return command.getCommandSpec().exitCodeOnInvalidInput();
  }

  private static int failed(Exception failure, CommandLine command) {
    LoggerFactory.getLogger(Main.class).debug("command failed", failure);
    told(failure).forEach(line -> tell(command, line));
    return command.getCommandSpec().exitCodeOnExecutionException();
  }

  private static void tell(CommandLine command, String line) {
    command.getErr().println(command.getColorScheme().errorText(line));
  }

  /// What an operator needs to know: what he can mend is told in full, the rest by name.
  private static List<String> told(Exception failure) {
    return switch (failure) {
      case InvalidYaml invalid -> invalid.problems();
      case InvalidDialogue invalid -> invalid.problems();
      case CannotListen taken -> List.of(String.valueOf(taken.getMessage()));
      case StoreGoneException gone -> List.of(String.valueOf(gone.getMessage()));
      case MongoException store -> List.of("the store does not answer: " + store.getMessage());
      case NoSuchFileException absent -> List.of("there is no " + absent.getFile());
      case FileSystemException file -> List.of(file.getMessage() + " cannot be read or written");
      default -> List.of(String.valueOf(failure));
    };
  }
}
