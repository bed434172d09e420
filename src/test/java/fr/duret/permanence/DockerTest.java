package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The files for Docker, which runs on none of the machines that build this: read as Docker would.
class DockerTest {

  private static final Path FOLDER = Path.of("docker");
  private static final String PROGRAM = "/opt/permanence/bin/permanence";
  private static final Set<String> INSTRUCTIONS =
      Set.of(
          "FROM", "RUN", "WORKDIR", "COPY", "USER", "EXPOSE", "HEALTHCHECK", "ENTRYPOINT", "CMD");

  private record Instruction(String name, String arguments) {}

  private final List<Instruction> dockerfile = dockerfile();
  private final Map<String, Object> compose = compose();

  @TempDir private Path folder;

  @Test
  void everyInstructionIsKnownAndBothStagesAreOnJava25() {
    assertThat(dockerfile).extracting(Instruction::name).isSubsetOf(INSTRUCTIONS);
    assertThat(arguments("FROM"))
        .containsExactly("eclipse-temurin:25-jdk AS build", "eclipse-temurin:25-jre");
  }

  @Test
  void whatIsCopiedExistsAndIsAllThatTheDistributionNeeds() throws IOException {
    List<String> copied =
        arguments("COPY").stream()
            .filter(copy -> !copy.startsWith("--from=build"))
            .map(copy -> copy.substring(0, copy.indexOf(" ")))
            .toList();
    assertThat(copied).allSatisfy(path -> assertThat(Path.of(path)).exists());
    Pattern directory = Pattern.compile("<directory>([^$<]+)</directory>");
    Matcher needed = directory.matcher(Files.readString(Path.of("src", "assembly", "dist.xml")));
    assertThat(needed.results().map(found -> found.group(1))).isNotEmpty().isSubsetOf(copied);
    assertThat(arguments("COPY")).contains("--from=build /app /opt/permanence");
  }

  @Test
  void theImageStartsWhatTheProgramAccepts() {
    assertThat(array(only("ENTRYPOINT"))).containsExactly(PROGRAM);
    List<String> command = array(only("CMD"));
    var parsed = Main.commandLine().parseArgs(command.toArray(String[]::new));
    assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("serve");
    assertThat(mounts()).containsKey(command.getLast());
  }

  @Test
  void theHealthCheckSaysWhetherTheServiceIsReady() throws Exception {
    String check = only("HEALTHCHECK");
    List<String> command = array(check.substring(check.indexOf("CMD ") + 4));
    var settings = SettingsReader.demo(0, "embedded:" + folder, Map.of(), Path.of("."));
    int port;
    try (Application demo =
        Application.demo(settings, LocalDateTime.parse("2026-11-22T18:30"), false)) {
      port = demo.port();
      assertThat(exitCode(command, port)).isZero();
    }
    assertThat(exitCode(command, port)).isNotZero();
  }

  @Test
  void theExampleWithTheEnvironmentOfComposeIsAGoodConfiguration() throws IOException {
    Map<String, String> environment = new HashMap<>(environment());
    assertThat(environment.keySet()).isSubsetOf(variables());
    String token = "PERMANENCE_TWILIO_AUTH_TOKEN_FILE";
    assertThat(environment.get(token)).isEqualTo("/run/secrets/" + secrets().getFirst());
    environment.put(token, Files.writeString(folder.resolve("token"), "s3cret").toString());
    environment.put("PERMANENCE_COMPANY", "src/main/resources/demo/company.yaml");

    Settings settings =
        Configuration.check(FOLDER.resolve("permanence.example.yaml"), environment, Path.of("."));
    assertThat(settings.storeUri()).startsWith("mongodb://mongo1,mongo2,mongo3/");
    assertThat(settings.twilio().orElseThrow().authToken()).isEqualTo("s3cret");
    assertThat(Files.readString(FOLDER.resolve("permanence.example.yaml")))
        .contains("company: /etc/permanence/company.yaml");
    assertThat(mounts()).containsKey("/etc/permanence/company.yaml");
    assertThat(only("EXPOSE"))
        .isEqualTo(settings.http().port() + " " + settings.http().adminPort());
    assertThat(strings(service("permanence"), "ports"))
        .containsExactly("8080:8080", "127.0.0.1:9090:9090");
  }

  @Test
  void theBuildOfComposeIsTheDockerfile() {
    Map<String, Object> build = map(service("permanence"), "build");
    Path context = FOLDER.resolve(String.valueOf(build.get("context"))).normalize();
    assertThat(context.resolve(String.valueOf(build.get("dockerfile"))))
        .isEqualTo(Path.of("docker", "Dockerfile"))
        .exists();
  }

  @Test
  void theReplicaSetIsWhatTheConnectionStringNames() {
    Matcher uri =
        Pattern.compile("mongodb://([^/]+)/permanence\\?replicaSet=(\\w+)")
            .matcher(environment().getOrDefault("PERMANENCE_STORE_URI", ""));
    assertThat(uri.matches()).isTrue();
    List<String> hosts = List.of(uri.group(1).split(","));
    String initiate = strings(service("replica-set"), "command").getLast();
    for (String host : hosts) {
      assertThat(strings(service(host), "command")).containsSequence("--replSet", uri.group(2));
      assertThat(strings(service(host), "volumes")).containsExactly(host + ":/data/db");
      assertThat(map(service(host), "healthcheck")).containsKeys("test", "interval", "retries");
      assertThat(initiate).contains("host: '" + host + "'");
      assertThat(map(compose, "volumes")).containsKey(host);
    }
    assertThat(initiate).contains("_id: '" + uri.group(2) + "'");
    assertThat(map(service("replica-set"), "depends_on").keySet())
        .containsExactlyInAnyOrderElementsOf(hosts);
  }

  @Test
  void everyoneWaitsForWhatExistsAndCanBeWaitedFor() {
    map(compose, "services")
        .keySet()
        .forEach(name -> {
          Map<String, Object> awaited = map(service(name), "depends_on");
          awaited.forEach((other, how) -> {
            String condition = String.valueOf(map(awaited, other).get("condition"));
            assertThat(condition).isIn("service_healthy", "service_completed_successfully");
            if (condition.equals("service_healthy")) {
              assertThat(service(other)).containsKey("healthcheck");
            } else {
              assertThat(service(other)).containsEntry("restart", "no");
            }
          });
        });
    assertThat(map(compose, "secrets")).containsOnlyKeys(secrets());
  }

  private static List<Instruction> dockerfile() {
    try {
      String text = Files.readString(FOLDER.resolve("Dockerfile"));
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .reduce((before, line) -> before + "\n" + line)
          .orElseThrow()
          .replaceAll("\\\\\n\\s*", "")
          .lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.split(" ", 2))
          .map(parts -> new Instruction(parts[0], parts[1]))
          .toList();
    } catch (IOException e) {
      throw new IllegalStateException("the tests run in the project's folder", e);
    }
  }

  private List<String> arguments(String name) {
    return dockerfile.stream()
        .filter(instruction -> instruction.name().equals(name))
        .map(Instruction::arguments)
        .toList();
  }

  private String only(String name) {
    assertThat(arguments(name)).hasSize(1);
    return arguments(name).getFirst();
  }

  /// A JSON array of strings, which is YAML too.
  private static List<String> array(String json) {
    List<String> texts = new ArrayList<>();
    for (Object item : (List<?>) Objects.requireNonNull(yaml(json))) {
      texts.add(String.valueOf(item));
    }
    return texts;
  }

  private static int exitCode(List<String> check, int port) throws Exception {
    List<String> command =
        check.stream().map(part -> part.replace("8080", String.valueOf(port))).toList();
    return new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }

  private static Object yaml(String text) {
    return new Load(LoadSettings.builder().build()).loadFromString(text);
  }

  private static Map<String, Object> compose() {
    try {
      return asMap(yaml(Files.readString(FOLDER.resolve("compose.yaml"))));
    } catch (IOException e) {
      throw new IllegalStateException("the tests run in the project's folder", e);
    }
  }

  /// A service with what it inherits by `<<`.
  private Map<String, Object> service(String name) {
    Map<String, Object> own = map(map(compose, "services"), name);
    assertThat(own).as(name).isNotEmpty();
    Map<String, Object> whole = new HashMap<>(map(own, "<<"));
    whole.putAll(own);
    return whole;
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>();
    map(service("permanence"), "environment")
        .forEach((name, value) -> environment.put(name, String.valueOf(value)));
    return environment;
  }

  private static Set<String> variables() {
    Set<String> names = new HashSet<>();
    SettingsReader.KEYS.forEach(key -> {
      names.add(SettingsReader.variable(key));
      names.add(SettingsReader.variable(key) + "_FILE");
    });
    return names;
  }

  private List<String> secrets() {
    return strings(service("permanence"), "secrets");
  }

  /// The files put into the service's container, by their path there.
  private Map<String, String> mounts() {
    Map<String, String> mounts = new HashMap<>();
    for (String volume : strings(service("permanence"), "volumes")) {
      String[] parts = volume.split(":", -1);
      mounts.put(parts[1], parts[0]);
    }
    return mounts;
  }

  private static List<String> strings(Map<String, Object> parent, String key) {
    List<String> texts = new ArrayList<>();
    if (parent.get(key) instanceof List<?> items) {
      items.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }

  private static Map<String, Object> map(Map<String, Object> parent, String key) {
    return parent.containsKey(key) ? asMap(parent.get(key)) : Map.of();
  }

  private static Map<String, Object> asMap(@Nullable Object value) {
    Map<String, Object> map = new HashMap<>();
    if (value instanceof Map<?, ?> read) {
      read.forEach((key, item) -> map.put(String.valueOf(key), item == null ? Map.of() : item));
    }
    return map;
  }
}
