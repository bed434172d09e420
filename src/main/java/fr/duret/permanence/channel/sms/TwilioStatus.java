package fr.duret.permanence.channel.sms;

import fr.duret.permanence.outbox.Report;
import java.util.Optional;

/// What Twilio's message statuses mean; those it may invent later mean nothing to us.
final class TwilioStatus {

  private TwilioStatus() {}

  static Optional<Report.Status> of(String status) {
    return switch (status) {
      case "accepted", "scheduled", "queued", "sending" -> Optional.of(Report.Status.QUEUED);
      case "sent" -> Optional.of(Report.Status.SENT);
      case "delivered", "read" -> Optional.of(Report.Status.DELIVERED);
      case "undelivered" -> Optional.of(Report.Status.UNDELIVERED);
      case "failed", "canceled" -> Optional.of(Report.Status.FAILED);
      default -> Optional.empty();
    };
  }
}
