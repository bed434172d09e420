package fr.duret.permanence.settings;

import fr.duret.permanence.yaml.Problems;
import fr.duret.permanence.yaml.YamlNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// Reads the settings and complains of everything that is wrong at once, each with its key.
public final class SettingsReader {

  /// Every key there is.
  public static final List<String> KEYS =
      List.of(
          "http.host",
          "http.port",
          "http.adminPort",
          "http.publicUrl",
          "store.uri",
          "twilio.accountSid",
          "twilio.authToken",
          "twilio.apiUrl",
          "twilio.number",
          "twilio.senders",
          "twilio.perSecond",
          "company",
          "flows",
          "templates",
          "reply.quiet",
          "conversation.end",
          "reply.prefixes",
          "geo.banUrl",
          "geo.osrmUrl",
          "api.tokens");

  private static final int MOST_PER_SECOND = 1000;

  /// Shorter than the question about silence, nobody could answer.
  private static final Duration SHORTEST_CONVERSATION = Duration.ofHours(1);

  private static final String TWILIO_API = "https://api.twilio.com";

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private final RawSettings raw;
  private final Problems problems;
  private final Path home;

  private SettingsReader(RawSettings raw, Problems problems, Path home) {
    this.raw = raw;
    this.problems = problems;
    this.home = home;
  }

  /// The environment variable that overrides a key; with `_FILE` behind it, one that names a file
  /// with the value.
  public static String variable(String key) {
    return RawSettings.variable(key);
  }

  /// Reads production settings.
  ///
  /// @param file the YAML file
  /// @param environment variables that override it
  /// @param home where the flows and templates shipped with the product stand
  /// @throws fr.duret.permanence.yaml.InvalidYaml with every problem
  public static Settings serve(Path file, Map<String, String> environment, Path home) {
    return serve(file, environment, home, (settings, problems) -> {});
  }

  /// The same with more checks, so that their problems are told together with those found here.
  ///
  /// @param more adds what is wrong with the files that the settings name; asked even if the
  ///   settings have problems: a file that could not be read may be missing
  public static Settings serve(
      Path file, Map<String, String> environment, Path home, BiConsumer<Settings, Problems> more) {
    Problems problems = new Problems();
    Optional<YamlNode> root = Optional.empty();
    try {
      root = YamlNode.read(file.toString(), Files.readString(file), problems);
    } catch (IOException unreadable) {
      problems.add(file.toString(), "cannot be read");
    }
    problems.throwIfAny();
    SettingsReader reader =
        new SettingsReader(new RawSettings(root, environment, problems), problems, home);
    Settings settings = reader.read(Defaults.SERVE);
    if (settings.company().isEmpty()) {
      problems.add("company", "is missing: name the company file");
    }
    more.accept(settings, problems);
    problems.throwIfAny();
    return settings;
  }

  /// Settings of the demonstration: defaults, overridden by the environment alone.
  ///
  /// @param port where it listens
  /// @param storeUri where it keeps its data
  /// @throws fr.duret.permanence.yaml.InvalidYaml with every problem
  public static Settings demo(
      int port, String storeUri, Map<String, String> environment, Path home) {
    Problems problems = new Problems();
    RawSettings raw = new RawSettings(Optional.empty(), environment, problems);
    Settings settings = new SettingsReader(raw, problems, home).read(Defaults.demo(port, storeUri));
    problems.throwIfAny();
    return settings;
  }

  /// What holds when nothing is set.
  private record Defaults(
      String host,
      int port,
      int adminPort,
      String publicUrl,
      String storeUri,
      Duration quiet,
      boolean real) {

    static final Defaults SERVE =
        new Defaults("0.0.0.0", 8080, 9090, "", "", Duration.ofSeconds(3), true);

    static Defaults demo(int port, String storeUri) {
      return new Defaults(
          "127.0.0.1", port, -1, "http://127.0.0.1:" + port, storeUri, Duration.ZERO, false);
    }
  }

  private Settings read(Defaults defaults) {
    raw.allowOnly(KEYS);
    return new Settings(
        http(defaults),
        storeUri(defaults),
        twilio(defaults.real()),
        raw.text("company").map(file -> existing("company", file)),
        existing("flows", raw.text("flows").orElse(home.resolve("voice-flows").toString())),
        existing(
            "templates",
            raw.text("templates").orElse(home.resolve("message-templates").toString())),
        new Settings.Reply(
            raw.duration("reply.quiet", defaults.quiet(), Duration.ZERO),
            raw.duration("conversation.end", Duration.ofDays(3), SHORTEST_CONVERSATION),
            prefixes()),
        new Settings.Geo(url("geo.banUrl"), url("geo.osrmUrl")),
        tokens());
  }

  /// France and her neighbour, where some clients of Haute-Savoie have their telephone.
  private List<String> prefixes() {
    List<String> prefixes =
        raw.text("reply.prefixes")
            .map(text -> List.of(text.strip().split("[\\s,]+")))
            .orElse(List.of("+33", "+41"));
    prefixes.stream()
        .filter(prefix -> !prefix.matches("\\+[1-9]\\d{0,3}"))
        .forEach(
            prefix -> problems.add("reply.prefixes", "'" + prefix + "' is no prefix like +33"));
    return prefixes;
  }

  private Settings.Http http(Defaults defaults) {
    String url =
        raw.text("http.publicUrl")
            .orElseGet(() ->
                defaults.publicUrl().isEmpty()
                    ? raw.required("http.publicUrl", "the address that providers and clients see")
                    : defaults.publicUrl());
    return new Settings.Http(
        raw.text("http.host").orElse(defaults.host()),
        raw.number("http.port", defaults.port(), 0, 65535),
        raw.number("http.adminPort", defaults.adminPort(), -1, 65535),
        uri("http.publicUrl", url));
  }

  private String storeUri(Defaults defaults) {
    String uri =
        raw.text("store.uri")
            .orElseGet(() ->
                defaults.storeUri().isEmpty()
                    ? raw.required("store.uri", "embedded:DIR or mongodb://…")
                    : defaults.storeUri());
    if (!uri.isEmpty() && !uri.matches("(embedded:|mongodb(\\+srv)?://).+")) {
      problems.add("store.uri", "is neither embedded:DIR nor mongodb://…");
    }
    return uri;
  }

  /// @param real whether messages must leave: what else is wrong with the account is told even if
  ///   its name is missing
  private Optional<Settings.Twilio> twilio(boolean real) {
    if (!real && raw.text("twilio.accountSid").isEmpty()) {
      return Optional.empty();
    }
    String sid = raw.required("twilio.accountSid", "without it no SMS can be sent");
    String token = raw.required("twilio.authToken", "the account's secret");
    List<Settings.Sender> senders = senders();
    if (senders.isEmpty()) {
      problems.add("twilio.senders", "is missing: name at least one sender, or twilio.number");
    }
    URI api = uri("twilio.apiUrl", raw.text("twilio.apiUrl").orElse(TWILIO_API));
    int pace = raw.number("twilio.perSecond", Settings.Twilio.USUAL_PER_SECOND, 1, MOST_PER_SECOND);
    return Optional.of(new Settings.Twilio(sid, token, api, senders, pace));
  }

  private List<Settings.Sender> senders() {
    Optional<Settings.Sender> single =
        raw.text("twilio.number").map(number -> SenderReader.single(number, problems));
    return single
        .map(List::of)
        .orElseGet(() ->
            raw.list("twilio.senders").stream()
                .map(node -> SenderReader.read(node, problems))
                .toList());
  }

  private Map<String, String> tokens() {
    Map<String, String> tokens = new HashMap<>();
    for (YamlNode node : raw.list("api.tokens")) {
      String hash = node.get("sha256").map(YamlNode::text).orElse("");
      if (hash.matches("[0-9a-f]{64}")) {
        tokens.put(hash, node.get("name").map(YamlNode::text).orElse("?"));
      } else {
        problems.add("api.tokens (" + node.where() + ")", "'sha256' is not 64 hexadecimal digits");
      }
    }
    return tokens;
  }

  private Optional<URI> url(String key) {
    return raw.text(key).map(text -> uri(key, text));
  }

  private URI uri(String key, String text) {
    try {
      URI uri = URI.create(text);
      boolean web = SCHEMES.contains(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
      if (text.isEmpty() || (uri.getHost() != null && web)) {
        return uri;
      }
    } catch (IllegalArgumentException notAnAddress) {
      // told below, with what is expected
    }
    problems.add(key, "'" + text + "' is no address like https://bot.example.fr");
    return URI.create("");
  }

  private Path existing(String key, String path) {
    Path found = Path.of(path);
    if (!Files.isReadable(found)) {
      problems.add(key, "'" + path + "' cannot be read");
    }
    return found;
  }
}
