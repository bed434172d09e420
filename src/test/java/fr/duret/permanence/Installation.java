package fr.duret.permanence;

import fr.duret.permanence.channel.sms.FakeTwilio;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.settings.SettingsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/// The files of an installed service with the demonstration's company and a fake provider, and how
/// that provider speaks with it.
record Installation(Path config, FakeTwilio twilio) {

  static final URI PUBLIC = URI.create("https://bot.example.fr");
  static final String OURS = "+33939010203";

  /// Writes the configuration into a folder; the data will stand beside it.
  ///
  /// @param quiet `reply.quiet`
  static Installation in(Path folder, FakeTwilio twilio, String quiet) {
    return on("embedded:" + folder.resolve("data"), folder, twilio, quiet);
  }

  /// The same on another store.
  static Installation on(String store, Path folder, FakeTwilio twilio, String quiet) {
    String yaml =
        """
        http: {host: 127.0.0.1, port: 0, adminPort: -1, publicUrl: "%s"}
        store: {uri: "%s"}
        twilio: {accountSid: %s, authToken: %s, apiUrl: "%s", number: "%s"}
        company: src/main/resources/demo/company.yaml
        reply: {quiet: "%s"}
        """
            .formatted(
                PUBLIC, store, FakeTwilio.ACCOUNT, FakeTwilio.TOKEN, twilio.apiUrl(), OURS, quiet);
    try {
      return new Installation(Files.writeString(folder.resolve("permanence.yaml"), yaml), twilio);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Settings settings() {
    return SettingsReader.serve(config, Map.of(), Path.of("."));
  }

  /// Starts it in this process.
  Application start(Clocks clocks) {
    try {
      return Application.production(settings(), clocks);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Somebody has written: Twilio posts it to the service that listens on that port.
  HttpResponse<String> deliver(FakeTwilio.Text text, int port) {
    return twilio.post("/twilio/sms", twilio.form(text), PUBLIC, at(port));
  }

  /// Twilio reports on a message of ours to the service that listens on that port.
  HttpResponse<String> report(FakeTwilio.Text text, String status, int port) {
    return twilio.report(text, status, null, PUBLIC, at(port));
  }

  /// Where the service really is.
  static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// The id in the journal of a received message.
  static String entry(FakeTwilio.Text text) {
    return "twilio:" + text.sid();
  }
}
