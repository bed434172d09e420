package fr.duret.permanence.channel.sms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// The URLs that Twilio calls, as it sees them.
final class TwilioUrls {

  static final String SMS = "/twilio/sms";
  static final String STATUS = "/twilio/status";

  /// The parameter of [#STATUS] that holds our own id of the message.
  static final String MESSAGE = "m";

  private TwilioUrls() {}

  /// A URL without the slash at its end.
  static String base(URI url) {
    String text = url.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  /// Where Twilio shall report what became of a message of ours.
  static URI status(URI publicUrl, String messageId) {
    String id = URLEncoder.encode(messageId, StandardCharsets.UTF_8);
    return URI.create(base(publicUrl) + STATUS + "?" + MESSAGE + "=" + id);
  }
}
