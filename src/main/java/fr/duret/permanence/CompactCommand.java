package fr.duret.permanence;

import fr.duret.permanence.store.Compaction;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `permanence compact`: gives the embedded store's unused space back, while nothing runs on it.
@Command(
    name = "compact",
    mixinStandardHelpOptions = true,
    description = "Compacts the file of the embedded store; the service must not be running.")
final class CompactCommand implements Callable<Integer> {

  @Spec
  @SuppressWarnings("NullAway.Init") // set by picocli
  private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "the folder of embedded:DIR")
  @SuppressWarnings("NullAway.Init") // set by picocli, which refuses to run without it
  private Path directory;

  @Override
  public Integer call() {
    long gained = Compaction.run("embedded:" + directory);
    spec.commandLine().getOut().println("gained " + gained + " bytes");
    return 0;
  }
}
