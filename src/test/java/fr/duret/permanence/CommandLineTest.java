package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.store.Store;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// What an operator sees who calls the program rightly and wrongly.
class CommandLineTest {

  private static final String GOOD =
      """
      http: {publicUrl: "https://bot.example.fr"}
      store: {uri: "embedded:data"}
      twilio: {accountSid: AC1, authToken: s3cret, number: "+33939010203"}
      company: src/main/resources/demo/company.yaml
      """;

  @TempDir private Path folder;

  private record Result(int code, List<String> out, List<String> errors) {}

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "demo",
        "serve",
        "config",
        "config check",
        "flows",
        "flows check",
        "flows draw",
        "flows test",
        "flows vocabulary",
        "compact",
        "prepare"
      })
  void everyLevelHasHelp(String command) {
    Result result = run((command + " --help").strip().split(" ", -1));
    assertThat(result.code()).isZero();
    assertThat(String.join("\n", result.out())).contains(("Usage: permanence " + command).strip());
    assertThat(result.errors()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "dance",
        "config",
        "flows",
        "flows sing",
        "serve",
        "serve --config",
        "demo --port soon",
        "demo --port 99999",
        "demo --clock yesterday",
        "demo --loud",
        "config check",
        "compact"
      })
  void whatIsMisusedIsToldInOneLineWithTheWayToHelp(String command) {
    Result result = run(command.isEmpty() ? new String[0] : command.split(" ", -1));
    assertThat(result.code()).isEqualTo(2);
    assertThat(result.errors())
        .singleElement()
        .asString()
        .contains("--help")
        .doesNotContain("Exception", "java.");
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aGoodConfigurationIsSaidToBeGood() throws IOException {
    Result result = run("config", "check", "--config", file("good.yaml", GOOD));
    assertThat(result.code()).isZero();
    assertThat(result.out()).containsExactly("configuration is complete");
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceEachOnALineWithItsKey() throws IOException {
    Path flows = Files.createDirectory(folder.resolve("flows"));
    Files.writeString(flows.resolve("a.yaml"), "flow: a\nsteps: {b: {say: rdv/nowhere}}\n");
    String company = file("company.yaml", "name: Duret\nzone: Europe/Nulle-Part\n");
    String config =
        """
        http: {port: ninety, publicUrl: "//bot", publicUrl: "bot"}
        store: {uri: "mongodb://user:pass@"}
        reply: {quiet: soon}
        twilio:
          accountSid: AC1
          senders: [{from: DURET, kind: alpha, twoWay: true}, {from: "", kind: loud, purposes: [x]}]
        company: %s
        flows: %s
        templates: %s
        """
            .formatted(company, flows, folder.resolve("absent"));
    Result check = run("config", "check", "--config", file("bad.yaml", config));
    assertThat(check.code()).isEqualTo(1);
    assertThat(check.errors())
        .anyMatch(line -> line.startsWith("http.port: "))
        .anyMatch(line -> line.startsWith("http.publicUrl: stands twice"))
        .anyMatch(line -> line.startsWith("http.publicUrl: 'bot'"))
        .anyMatch(line -> line.startsWith("store.uri: "))
        .anyMatch(line -> line.startsWith("reply.quiet: "))
        .anyMatch(line -> line.startsWith("twilio.authToken: "))
        .anyMatch(line -> line.startsWith("twilio.senders (") && line.contains("two-way"))
        .anyMatch(line -> line.startsWith("twilio.senders (") && line.contains("'loud'"))
        .anyMatch(line -> line.startsWith("twilio.senders (") && line.contains("purpose 'x'"))
        .anyMatch(line -> line.startsWith("company: ") && line.contains("company.yaml:2"))
        .anyMatch(line -> line.startsWith("templates: "))
        .allMatch(line -> line.matches("[a-zA-Z.]+( \\(.*\\))?: .+"))
        .noneMatch(line -> line.contains("pass"));
    assertThat(run("serve", "--config", file("bad.yaml", config)).errors())
        .isEqualTo(check.errors());
  }

  @Test
  void wrongFlowsAndTemplatesAreWrongConfigurationToo() throws IOException {
    Path flows = Files.createDirectory(folder.resolve("flows"));
    Files.writeString(flows.resolve("a.yaml"), "flow: a\nsteps: {b: {say: rdv/nowhere}}\n");
    String config = GOOD + "flows: " + flows + "\n";
    Result result = run("config", "check", "--config", file("flows.yaml", config));
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errors()).isNotEmpty().allMatch(line -> line.startsWith("flows: "));

    Path templates = Files.createDirectory(folder.resolve("templates"));
    Files.writeString(templates.resolve("a.sms.mustache"), "no header");
    config = GOOD + "templates: " + templates + "\n";
    result = run("config", "check", "--config", file("templates.yaml", config));
    assertThat(result.errors())
        .anyMatch(line -> line.startsWith("templates: a.sms.mustache:1: "))
        .anyMatch(line -> line.startsWith("templates: civilite/monsieur: there is no such"));
  }

  @Test
  void whatIsWrongWithFlowsIsToldTogetherWithWhatIsWrongWithTemplates() throws IOException {
    Path flows = copyOf(Path.of("voice-flows"), folder.resolve("both/flows"));
    Path templates = copyOf(Path.of("message-templates"), folder.resolve("both/templates"));
    Path flow = flows.resolve("rendez-vous.yaml");
    Files.writeString(
        flow, Files.readString(flow).replaceFirst("do: offer-slots", "do: offer-slotz"));
    Path text = templates.resolve("rdv/motif.sms.mustache");
    Files.writeString(text, Files.readString(text) + "{{nonsense}}\n");

    String[] check = {"flows", "check", flows.toString(), "--templates", templates.toString()};
    assertThat(run(check).out())
        .anyMatch(line -> line.startsWith("rdv/motif.sms.mustache:") && line.contains("nonsense"))
        .anyMatch(line -> line.startsWith("rendez-vous.yaml:") && line.contains("offer-slotz"))
        .noneMatch(line -> line.contains("no template"));
    String config = GOOD + "flows: " + flows + "\ntemplates: " + templates + "\n";
    assertThat(run("config", "check", "--config", file("both.yaml", config)).errors())
        .anyMatch(line -> line.startsWith("templates: rdv/motif"))
        .anyMatch(line -> line.startsWith("flows: rendez-vous.yaml:"));
  }

  private static Path copyOf(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target);
      }
    }
    return to;
  }

  @Test
  void aFileThatIsMissingOrNoYamlIsSaidToBe() throws IOException {
    assertThat(run("config", "check", "--config", folder + "/absent.yaml"))
        .isEqualTo(new Result(1, List.of(), List.of(folder + "/absent.yaml: cannot be read")));
    Result broken = run("config", "check", "--config", file("broken.yaml", "http: {port: 1"));
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.errors()).singleElement().asString().contains("is no YAML");
  }

  @Test
  void theErrorsOfASingleFlowBearItsName() throws IOException {
    String flow = file("seule.yaml", "flow: a\nsteps: {b: {say: rdv/nowhere}}\n");
    assertThat(run("flows", "check", flow).out())
        .anyMatch(line -> line.startsWith("seule.yaml:2: template 'rdv/nowhere' is unknown"))
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"flows check %s", "flows draw %s", "flows test %s"})
  void aFolderOfFlowsThatIsNotThereIsSaidNotToBe(String command) {
    Result result = run(command.formatted(folder.resolve("absent")).split(" ", -1));
    assertThat(result.code()).isNotZero();
    assertThat(result.errors()).singleElement().asString().contains("absent");
  }

  @Test
  void aFolderWithoutScriptsIsNoSuccess() {
    Result result = run("flows", "test", folder.toString());
    assertThat(result.code()).isNotZero();
    assertThat(result.errors()).singleElement().asString().contains("no scripts");
  }

  @Test
  void aSingleScriptIsRun() {
    Result result =
        run("flows", "test", "voice-flows/essais/un-client-connu-prend-deplace-recoit.yaml");
    assertThat(result.out()).hasSize(2).last().isEqualTo("1 passed, 0 failed");
    assertThat(result.code()).isZero();
  }

  @Test
  void flowsAreCheckedAndDrawn() throws IOException {
    Result check = run("flows", "check");
    assertThat(check.code()).isZero();
    assertThat(check.out()).last().isEqualTo("flows and templates are good");

    Path page = folder.resolve("flows.html");
    assertThat(run("flows", "draw", "--out", page.toString()).code()).isZero();
    assertThat(page)
        .content()
        .contains("<svg")
        .doesNotContain("src=\"http", "href=\"http", "url(http");
    assertThat(run("flows", "draw", "--mermaid").out()).anyMatch(line -> line.contains("-->"));
  }

  @Test
  void whatFlowsMayNameIsListed() {
    Result list = run("flows", "vocabulary");
    assertThat(list.code()).isZero();
    assertThat(list.out())
        .containsSubsequence(
            "actions (do:)",
            "  offer-slots",
            "    outcomes  already area closed far nearby nothing offered only-one same service",
            "    with      moving",
            "recognisers (accept:)",
            "  yes-no",
            "    outcomes  no reserved yes",
            "starts (steps at which the product itself opens a conversation)",
            "  rappel/reponse",
            "  rdv/confirme");
    assertThat(list.out()).anyMatch(line -> line.matches("    sets {6}.*\\bslots\\b.*"));
    assertThat(list.out()).anyMatch(line -> line.matches("    needs {5}.*\\bslot\\b.*"));
    assertThat(list.out()).anyMatch(line -> line.matches("  .*\\bemergency-doubt\\b.*"));
  }

  @Test
  void aStoreThatIsNotThereIsNotCompacted() {
    Result result = run("compact", folder.resolve("absent").toString());
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.errors()).singleElement().asString().contains("absent");
    assertThat(folder.resolve("absent")).doesNotExist();
  }

  @Test
  void aStoreIsCompacted() {
    Store.open("embedded:" + folder.resolve("data")).close();
    Result result = run("compact", folder.resolve("data").toString());
    assertThat(result.code()).isZero();
    assertThat(result.out()).singleElement().asString().startsWith("gained ");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private static Result run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line =
        Main.commandLine()
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
    int code = line.execute(arguments);
    return new Result(code, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
