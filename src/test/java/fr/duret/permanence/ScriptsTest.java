package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.conversation.flow.FlowFiles;
import fr.duret.permanence.conversation.flow.FlowScripts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The scripts of whole conversations that are shipped, each on the whole product.
class ScriptsTest {

  private static final Map<String, String> SCRIPTS =
      new FlowFiles(Path.of("voice-flows")).scripts();

  static Stream<String> scripts() {
    return SCRIPTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aConversationGoesAsWritten(String file) {
    Map<String, String> one = Map.of(file, SCRIPTS.getOrDefault(file, ""));
    List<FlowScripts.Report> reports =
        FlowScripts.run(one, clock -> Rehearsal.rig(null, null, clock), report -> {});
    assertThat(reports).isNotEmpty().flatExtracting(FlowScripts.Report::problems).isEmpty();
  }
}
