package fr.duret.permanence.channel.sms;

import com.twilio.exception.TwilioException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Twilio takes no more for now (status 429): what was asked has not happened.
final class RateLimited extends TwilioException {

  private static final long serialVersionUID = 1L;

  /// A provider's mistake must not silence us for a day.
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Duration after;

  private RateLimited(Duration after) {
    super("too many requests");
    this.after = after;
  }

  /// @param retryAfter the header Retry-After: seconds, or a date as HTTP writes it; what it is not
  ///   leaves the time to us (RFC 9110, 10.2.3)
  /// @param date the header Date: what time it is there
  static RateLimited of(Optional<String> retryAfter, Optional<String> date) {
    Duration asked = retryAfter.flatMap(header -> wait(header.strip(), date)).orElse(Duration.ZERO);
    Duration positive = asked.isNegative() ? Duration.ZERO : asked;
    return new RateLimited(positive.compareTo(LONGEST) > 0 ? LONGEST : positive);
  }

  /// How long we are asked to wait; zero leaves it to us.
  Duration after() {
    return after;
  }

  private static Optional<Duration> wait(String header, Optional<String> date) {
    try {
      return header.matches("\\d{1,9}")
          ? Optional.of(Duration.ofSeconds(Long.parseLong(header)))
          : date.map(now -> Duration.between(instant(now), instant(header)));
    } catch (DateTimeException malformed) {
      return Optional.empty();
    }
  }

  private static Instant instant(String header) {
    return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header));
  }
}
