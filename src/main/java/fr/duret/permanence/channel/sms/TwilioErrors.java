package fr.duret.permanence.channel.sms;

import com.twilio.exception.ApiException;
import fr.duret.permanence.outbox.Attempt;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What Twilio's refusals mean (its error dictionary: twilio.com/docs/api/errors).
final class TwilioErrors {

  private static final Logger LOG = LoggerFactory.getLogger(TwilioErrors.class);

  /// Refusals that will be the same at every attempt.
  private static final Map<Integer, String> REASONS =
      Map.of(
          21211, "the number is not valid",
          21214, "the number cannot be reached",
          21217, "the number is not valid",
          21408, "texts to this country are not allowed in the account",
          21610, "the receiver has opted out",
          21612, "this sender cannot reach the number",
          21614, "the number is not a mobile one",
          21617, "the text is too long");

  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int REQUEST_TIMEOUT = 408;
  private static final int SERVER_ERROR = 500;

  /// A wrong account is put right by a person.
  private static final Duration MISCONFIGURED = Duration.ofMinutes(5);

  private TwilioErrors() {}

  static Attempt attempt(ApiException e) {
    int status = e.getStatusCode() == null ? 0 : e.getStatusCode();
    int code = e.getCode() == null ? 0 : e.getCode();
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN, NOT_FOUND -> misconfigured(status, code);
      case REQUEST_TIMEOUT -> new Attempt.Unknown("status 408");
      default ->
          status >= BAD_REQUEST && status < SERVER_ERROR
              ? rejected(code == 0 ? status : code)
              : new Attempt.Unknown("status " + status);
    };
  }

  private static Attempt rejected(int code) {
    String reason = REASONS.getOrDefault(code, "Twilio refuses it for good");
    return new Attempt.Rejected(Integer.toString(code), reason);
  }

  private static Attempt misconfigured(int status, int code) {
    if (REASONS.containsKey(code)) {
      return rejected(code);
    }
    LOG.error("Twilio refuses our account: status {}, code {}", status, code);
    return new Attempt.TryLater(MISCONFIGURED);
  }
}
