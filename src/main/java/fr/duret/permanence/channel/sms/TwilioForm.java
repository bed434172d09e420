package fr.duret.permanence.channel.sms;

import fr.duret.permanence.http.BadRequest;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// The parameters of a webhook. What is unknown is ignored, what is malformed and not needed too.
///
/// @param values each parameter's value; of repeated ones the first
record TwilioForm(Map<String, String> values) {

  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]{1,64}");

  /// Far more than Twilio sends; bounds what a hostile body costs.
  private static final int MOST_PARAMETERS = 200;

  /// Twilio's own limit.
  private static final int MOST_MEDIA = 10;

  /// The form that a body is; empty if it is none.
  static Optional<TwilioForm> parse(String body) {
    QueryStringDecoder decoder =
        new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_PARAMETERS);
    try {
      Map<String, String> values = new HashMap<>();
      decoder.parameters().forEach((name, all) -> values.put(name, all.getFirst()));
      return Optional.of(new TwilioForm(values));
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  Optional<String> text(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String messageSid() {
    return text("MessageSid")
        .or(() -> text("SmsSid"))
        .filter(sid -> SID.matcher(sid).matches())
        .orElseThrow(() -> new BadRequest("'MessageSid' is missing or no id"));
  }

  String from() {
    return text("From")
        .filter(from -> !from.isBlank())
        .orElseThrow(() -> new BadRequest("'From' is missing"));
  }

  List<URI> media() {
    List<URI> media = new ArrayList<>();
    for (int i = 0; i < MOST_MEDIA; i++) {
      text("MediaUrl" + i).flatMap(TwilioForm::uri).ifPresent(media::add);
    }
    return media;
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException notOne) {
      return Optional.empty();
    }
  }
}
