package fr.duret.permanence.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.duret.permanence.yaml.InvalidYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

  @TempDir private Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void shipFlowsAndTemplates() throws IOException {
    Files.createDirectory(home.resolve("voice-flows"));
    Files.createDirectory(home.resolve("message-templates"));
    Files.writeString(home.resolve("company.yaml"), "name: Duret");
  }

  @Test
  void aCompleteFileIsRead() throws IOException {
    Settings settings = serve(good());
    assertThat(settings.http().port()).isEqualTo(8443);
    assertThat(settings.twilio().orElseThrow().senders()).singleElement().matches(s -> s.twoWay());
    assertThat(settings.reply().quiet()).isEqualTo(Duration.ofSeconds(3));
    assertThat(settings.toString()).doesNotContain("s3cret");
  }

  @Test
  void theEnvironmentOverridesEveryKeyAndSecretsMayComeFromAFile() throws IOException {
    Path secret = Files.writeString(home.resolve("token"), "from-a-file\n");
    environment.put("PERMANENCE_HTTP_PUBLIC_URL", "https://autre.example.fr");
    environment.put("PERMANENCE_REPLY_QUIET", "500ms");
    environment.put("PERMANENCE_TWILIO_AUTH_TOKEN_FILE", secret.toString());
    Settings settings = serve(good());
    assertThat(settings.http().publicUrl()).hasHost("autre.example.fr");
    assertThat(settings.reply().quiet()).isEqualTo(Duration.ofMillis(500));
    assertThat(settings.twilio().orElseThrow().authToken()).isEqualTo("from-a-file");
  }

  @Test
  void aVariableThatOverridesNothingIsATypingError() {
    environment.put("PERMANENCE_HTTP_PUBLIC_ULR", "https://autre.example.fr");
    environment.put("PERMANENCE_BOGUS_FILE", "x");
    environment.put("PERMANENCE_TEST_MONGODB", "x");
    environment.put("HOME", "x");
    assertThat(problems(good()))
        .containsExactly(
            "PERMANENCE_BOGUS_FILE: is unknown: no setting is overridden by it",
            "PERMANENCE_HTTP_PUBLIC_ULR: is unknown: no setting is overridden by it");
  }

  @Test
  void allProblemsAreToldAtOnceEachWithItsKey() {
    String bad =
        """
        http: {port: nonante, publicUrl: chez-moi, prot: 1}
        store: {uri: "postgres://x"}
        reply: {quiet: bientôt}
        twilio: {accountSid: AC1, senders: [{from: DURET, kind: alpha, twoWay: true}]}
        """;
    assertThatThrownBy(() -> serve(bad))
        .isInstanceOfSatisfying(
            InvalidYaml.class,
            invalid ->
                assertThat(invalid.problems())
                    .anyMatch(line -> line.startsWith("http.port:"))
                    .anyMatch(line -> line.startsWith("http.prot: is unknown"))
                    .anyMatch(line -> line.startsWith("http.publicUrl:"))
                    .anyMatch(line -> line.startsWith("store.uri:"))
                    .anyMatch(line -> line.startsWith("reply.quiet:"))
                    .anyMatch(line -> line.startsWith("twilio.authToken:"))
                    .anyMatch(line -> line.startsWith("twilio.senders"))
                    .anyMatch(line -> line.startsWith("company:")));
  }

  @Test
  void whatIsWrongWithTheAccountIsToldEvenIfItHasNoName() {
    String bad =
        good()
            .replace(
                "accountSid: AC1, authToken: s3cret, number: \"+33939010203\"",
                "accountSid: '', senders: [{from: '0612', kind: long}, {from: X, kind: fat}],"
                    + " perSecond: -3");
    assertThat(problems(bad))
        .anyMatch(line -> line.startsWith("twilio.accountSid: is missing"))
        .anyMatch(line -> line.startsWith("twilio.authToken: is missing"))
        .anyMatch(line -> line.startsWith("twilio.perSecond: '-3'"))
        .anyMatch(line -> line.startsWith("twilio.senders") && line.contains("'0612' is no number"))
        .anyMatch(line -> line.startsWith("twilio.senders") && line.contains("kind 'fat'"))
        .hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"conversation: {end: -1h},conversation.end", "reply: {quiet: -3s},reply.quiet"})
  void aLengthOfTimeBelowItsLeastIsRefused(String yaml, String key) {
    assertThat(problems(good() + yaml)).singleElement().asString().startsWith(key + ": '-");
  }

  @Test
  void aNumberThatIsNoneIsRefused() {
    assertThat(problems(good().replace("+33939010203", "0612")))
        .containsExactly("twilio.number: '0612' is no number like +33939010203");
  }

  private List<String> problems(String yaml) {
    return catchThrowableOfType(InvalidYaml.class, () -> serve(yaml)).problems();
  }

  @Test
  void theDemoNeedsNothing() {
    Settings settings = SettingsReader.demo(8080, "embedded:data", environment, home);
    assertThat(settings.twilio()).isEmpty();
    assertThat(settings.reply().quiet()).isZero();
    assertThat(settings.http().host()).isEqualTo("127.0.0.1");
  }

  @Test
  void everyKeyHasAVariable() {
    assertThat(SettingsReader.KEYS)
        .extracting(RawSettings::variable)
        .contains("PERMANENCE_HTTP_PUBLIC_URL", "PERMANENCE_TWILIO_AUTH_TOKEN")
        .doesNotHaveDuplicates();
  }

  private String good() {
    return """
    http: {port: 8443, publicUrl: "https://bot.example.fr"}
    store: {uri: "embedded:data"}
    twilio: {accountSid: AC1, authToken: s3cret, number: "+33939010203"}
    company: %s
    """
        .formatted(home.resolve("company.yaml"));
  }

  private Settings serve(String yaml) throws IOException {
    Path file = Files.writeString(home.resolve("permanence.yaml"), yaml);
    return SettingsReader.serve(file, environment, home);
  }
}
