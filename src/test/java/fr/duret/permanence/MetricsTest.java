package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.channel.sms.FakeTwilio;
import fr.duret.permanence.journal.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What Prometheus reads from `/metrics`, by the rules of its text format 0.0.4.
class MetricsTest {

  private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
  private static final Pattern COMMENT =
      Pattern.compile(
          "# (HELP " + NAME + " .*|TYPE " + NAME + " (counter|gauge|histogram|summary))");
  private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*=\"[^\"]*\"");
  private static final Pattern SAMPLE =
      Pattern.compile("(" + NAME + ")(?:\\{([^}]*)})? (NaN|[+-]?Inf|[-+0-9.eE]+)");

  @TempDir private Path folder;

  @Test
  void aDialogueAndAForgeryAreCounted() throws Exception {
    try (FakeTwilio twilio = FakeTwilio.start(InstantSource.system())) {
      Installation installation = Installation.in(folder, twilio, "0s");
      try (Application service = Application.production(installation.settings())) {
        for (String words : List.of("Bonjour, je voudrais un rdv", "xqzt wkrp", "xqzt")) {
          installation.deliver(
              twilio.write("+33639981234", Installation.OURS, words, 0), service.port());
          Eventually.until(
              () -> service.core().works().values().stream().allMatch(work -> work.idle()));
        }
        FakeTwilio.Text forged = twilio.write("+33639981234", Installation.OURS, "rdv", 0);
        twilio.post(
            "/twilio/sms",
            twilio.form(forged),
            URI.create("https://elsewhere.example"),
            Installation.at(service.port()));

        Map<String, Double> read = parse(scrape(service));
        assertThat(read).containsEntry("permanence_journal_received_total", 3.0);
        assertThat(read).containsEntry("permanence_turns_total", 3.0);
        assertThat(read.get("permanence_misunderstandings_total{then=\"rephrased\"}")).isPositive();
        assertThat(read).containsEntry("permanence_twilio_forged_total", 1.0);
        assertThat(read).containsEntry("permanence_outbox_oldest_seconds{state=\"owed\"}", 0.0);
        assertThat(read.get("permanence_outbox_messages_total{end=\"sent\"}")).isPositive();
        assertThat(read).containsEntry("permanence_outbox_messages_total{end=\"failed\"}", 0.0);
        assertThat(read).containsEntry("permanence_alerts_open", 0.0);
        assertThat(read.get("permanence_turn_seconds_count")).isGreaterThanOrEqualTo(3.0);
        assertThat(read.get("permanence_turn_seconds_bucket{le=\"+Inf\"}"))
            .isEqualTo(read.get("permanence_turn_seconds_count"));
        assertThat(read).containsKeys("permanence_tickets{kind=\"open\"}", "jvm_memory_used_bytes");
      }
    }
  }

  @Test
  void whileTheStoreIsAwayNothingIsGuessed() throws Exception {
    try (FakeTwilio twilio = FakeTwilio.start(InstantSource.system())) {
      Installation installation = Installation.in(folder, twilio, "0s");
      Metrics metrics = new Metrics();
      try (Application service = Application.production(installation.settings())) {
        metrics.follow(service.core());
        service.core().base().store().close();
        assertThat(metrics.text()).contains("permanence_tickets{kind=\"open\"} NaN");
      }
    }
  }

  /// The names of ours that a service which has done something shows.
  static Set<String> families(Path folder) throws IOException, InterruptedException {
    try (FakeTwilio twilio = FakeTwilio.start(InstantSource.system())) {
      Installation installation = Installation.in(folder, twilio, "0s");
      try (Application service = Application.production(installation.settings())) {
        return scrape(service)
            .lines()
            .filter(line -> line.startsWith("# TYPE permanence_"))
            .map(line -> line.substring("# TYPE ".length(), line.lastIndexOf(' ')))
            .collect(Collectors.toSet());
      }
    }
  }

  private static String scrape(Application service) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          client.send(
              HttpRequest.newBuilder(Installation.at(service.port()).resolve("/metrics")).build(),
              HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("content-type").orElse(""))
          .startsWith("text/plain; version=0.0.4");
      return answer.body();
    }
  }

  /// Every line must be a comment or a sample; the samples by name and, of ours, labels.
  private static Map<String, Double> parse(String text) {
    assertThat(text).endsWith("\n");
    Map<String, Double> samples = new HashMap<>();
    for (String line : text.lines().toList()) {
      if (line.startsWith("#")) {
        assertThat(line).matches(COMMENT);
        continue;
      }
      Matcher sample = SAMPLE.matcher(line);
      assertThat(sample.matches()).as(line).isTrue();
      String labels = sample.group(2) == null ? "" : sample.group(2);
      assertThat(LABEL.matcher(labels).replaceAll("").replace(",", "")).as(line).isEmpty();
      boolean shown = !labels.isEmpty() && line.startsWith("permanence");
      String key = sample.group(1) + (shown ? "{" + labels + "}" : "");
      samples.put(key, Double.valueOf(sample.group(3).replace("Inf", "Infinity")));
    }
    return samples;
  }
}
