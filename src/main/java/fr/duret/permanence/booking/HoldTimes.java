package fr.duret.permanence.booking;

import fr.duret.permanence.message.Channel;
import java.time.Duration;

/// How long offered slots are held, by channel; settings.
///
/// @param written text messages and chat
/// @param call telephone; the line's own end is added by the voice channel
/// @param page pages behind signed links
public record HoldTimes(Duration written, Duration call, Duration page) {

  /// The usual times: 20, 20 and 10 minutes.
  public static HoldTimes usual() {
    return new HoldTimes(Duration.ofMinutes(20), Duration.ofMinutes(20), Duration.ofMinutes(10));
  }

  /// How long a hold lasts; zero for e-mail, whose answers take days and are checked then.
  public Duration of(Channel channel) {
    return switch (channel) {
      case SMS -> written;
      case VOICE -> call;
      case WEB -> page;
      case EMAIL -> Duration.ZERO;
    };
  }
}
