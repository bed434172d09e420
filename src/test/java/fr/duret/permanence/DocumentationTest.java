package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.settings.SettingsReader;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The documentation is executed: what it names exists, what it lists is complete, what it shows
/// happens. The samples of `flows.md` are run by the tests of flows.
class DocumentationTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "fr", "duret", "permanence");
  private static final LocalDateTime SUNDAY = LocalDateTime.parse("2026-11-22T18:30");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");

  @TempDir private Path folder;

  static List<Path> pages() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("docs"))) {
      return Stream.concat(Stream.of(Path.of("README.md")), files)
          .filter(file -> file.toString().endsWith(".md"))
          .toList();
    }
  }

  @Test
  void everySettingIsDescribedAndNoOther() {
    assertThat(firstColumn("docs/operating.md", "## Settings", CODE))
        .containsExactlyInAnyOrderElementsOf(SettingsReader.KEYS);
  }

  @Test
  void everyMetricIsDescribedAndNoOther() throws Exception {
    assertThat(firstColumn("docs/operating.md", "## Metrics", CODE))
        .containsExactlyInAnyOrderElementsOf(MetricsTest.families(folder));
  }

  @Test
  void everyPackageIsWhereTheArchitectureSaysAndNoOther() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      List<String> packages =
          files
              .filter(file -> file.endsWith("package-info.java") && !parent(file).equals(SOURCES))
              .map(file -> SOURCES.relativize(parent(file)).toString().replace('/', '.'))
              .toList();
      assertThat(firstColumn("docs/architecture.md", "## Packages", CODE))
          .containsExactlyInAnyOrderElementsOf(packages);
    }
  }

  @Test
  void everyKeyOfACompanyIsDescribedAndNoOther() {
    Object company = yaml("src/main/resources/demo/company.yaml");
    List<String> keys = ((Map<?, ?>) company).keySet().stream().map(String::valueOf).toList();
    assertThat(firstColumn("docs/company.md", "# The company file", CODE))
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void whatAPageLinksToIsThere(Path page) {
    for (String link : found(read(page.toString()), "\\]\\(([^)#: ]+)(?:#[^)]*)?\\)")) {
      Path parent = page.getParent();
      assertThat(parent == null ? Path.of(link) : parent.resolve(link)).as("in " + page).exists();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theClassesThatAPageNamesExist(Path page) {
    String text = read(page.toString());
    for (String name : found(text, "(fr\\.duret\\.permanence(?:\\.[a-z]\\w*)*\\.[A-Z]\\w*)")) {
      assertThat(sources(name.replace('.', '/') + ".java")).as(name + " in " + page).isNotEmpty();
    }
    for (String name : found(text, "-Dtest=([A-Z]\\w+)")) {
      assertThat(sources("/" + name + ".java")).as(name + " in " + page).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void theCommandsThatAPageShowsAreAccepted(Path page) {
    String command =
        "permanence ((?:--help|--version|demo|serve|config|flows|compact|prepare)(?: [-\\w./:]+)*)";
    for (String arguments : found(read(page.toString()), command)) {
      assertThat(Main.commandLine().parseArgs(arguments.split(" ", -1)).errors())
          .as(arguments + " in " + page)
          .isEmpty();
    }
  }

  /// [ScriptsTest] runs it.
  @Test
  void theDialogueOfTheReadmeIsAScriptThatIsRun() {
    String readme = read("README.md");
    String dialogue = readme.substring(readme.indexOf("```") + 3);
    dialogue = dialogue.substring(0, dialogue.indexOf("```"));
    String said = dialogue.replace("M. Dupont →", "→").replace("(mardi 24, 10h)", "");
    assertThat(said).isEqualToNormalizingWhitespace(" " + script() + " ");
  }

  private static String script() {
    Object file = yaml("voice-flows/essais/un-client-connu-prend-deplace-recoit.yaml");
    StringBuilder said = new StringBuilder();
    for (Object step : (List<?>) Objects.requireNonNull(((Map<?, ?>) file).get("recit"))) {
      ((Map<?, ?>) step)
          .forEach((who, words) -> {
            switch (String.valueOf(who)) {
              case "client" -> said.append(" → ").append(words);
              case "nous" -> said.append(" ← ").append(words);
              default -> {}
            }
          });
    }
    return said.toString();
  }

  @Test
  void theCallsOfTheSimulatorAreAnsweredAsItsPageSays() throws Exception {
    var settings = SettingsReader.demo(0, "embedded:" + folder, Map.of(), Path.of("."));
    List<String> calls =
        found(read("docs/simulator.md").replaceAll("\\\\\n\\s*", ""), "\n(curl -s .*)");
    assertThat(calls).hasSizeGreaterThanOrEqualTo(3);
    try (Application demo = Application.demo(settings, SUNDAY, true);
        HttpClient client = HttpClient.newHttpClient()) {
      for (String call : calls) {
        HttpResponse<String> answer =
            client.send(request(call, demo.port()), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(call).isEqualTo(200);
        if (call.contains(" -d ")) {
          JsonObject body = new JsonObject(answer.body());
          assertThat(body.fieldNames()).contains("settled", "waiting", "now");
          assertThat(body.getBoolean("settled")).as(call).isTrue();
        }
      }
    }
  }

  /// A `curl` call as its shell would read it: only what our pages use.
  private static HttpRequest request(String call, int port) {
    List<String> words = new ArrayList<>();
    Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(call);
    while (word.find()) {
      words.add(word.group(1) == null ? word.group(2) : word.group(1));
    }
    String address =
        words.stream().filter(one -> one.startsWith("localhost")).findFirst().orElseThrow();
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + address.replace("8080", "" + port)));
    for (int i = 0; i < words.size() - 1; i++) {
      switch (words.get(i)) {
        case "-H" -> {
          String[] header = words.get(i + 1).split(": ", 2);
          request.header(header[0], header[1]);
        }
        case "-d" -> request.POST(HttpRequest.BodyPublishers.ofString(words.get(i + 1)));
        default -> {}
      }
    }
    return request.build();
  }

  /// What stands in code in the first column of the table below a heading.
  private static Set<String> firstColumn(String page, String heading, Pattern code) {
    String below = read(page);
    below = below.substring(below.indexOf(heading) + heading.length());
    int next = below.indexOf("\n## ");
    return (next < 0 ? below : below.substring(0, next))
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> line.substring(2, line.indexOf(" |")))
        .flatMap(cell -> code.matcher(cell).results().map((MatchResult one) -> one.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static List<String> found(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().map(one -> one.group(1)).toList();
  }

  private static List<Path> sources(String ending) {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(ending)).toList();
    } catch (IOException e) {
      throw new IllegalStateException("the tests run in the project's folder", e);
    }
  }

  private static Path parent(Path file) {
    return file.resolveSibling("").normalize();
  }

  private static Object yaml(String file) {
    return new Load(LoadSettings.builder().build()).loadFromString(read(file));
  }

  private static String read(String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      throw new IllegalStateException("the tests run in the project's folder", e);
    }
  }
}
