package fr.duret.permanence.outbox;

import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import java.util.Optional;

/// What providers tell afterwards. Reports may be repeated and out of order: only a later stage
/// counts. A report also settles a message in doubt.
final class Reports {

  private final MongoOutbox messages;
  private final Sending sending;
  private final Journal journal;
  private final Undeliverable undeliverable;

  Reports(MongoOutbox messages, Sending sending, Journal journal, Undeliverable undeliverable) {
    this.messages = messages;
    this.sending = sending;
    this.journal = journal;
    this.undeliverable = undeliverable;
  }

  /// Notes a report.
  ///
  /// @return the message as it was before; empty if there is none of that id
  Optional<Stored> take(Report report) {
    Optional<Stored> known = messages.find(report.messageId());
    known.filter(message -> isNews(message, report)).ifPresent(message -> take(message, report));
    return known;
  }

  private static boolean isNews(Stored message, Report report) {
    return message.report().map(Report.Status::stage).orElse(0) < report.status().stage();
  }

  /// The desk and the journal first: a crash before the mark repeats them under the same ids.
  private void take(Stored message, Report report) {
    if (report.status().isLast()) {
      String id = "report:" + message.id() + ":" + report.status();
      journal.note(
          Permission.entry(
              id, Entry.Kind.REPORT, message.message(), report.status().name(), report.at()));
    }
    if (report.status().lost()) {
      undeliverable.undeliverable(message.message(), report.code(), report.status().name());
    }
    if (messages.reported(report)) {
      messages.find(message.id()).ifPresent(now -> conclude(now, report));
    }
  }

  private void conclude(Stored message, Report report) {
    switch (message.state()) {
      case UNKNOWN, OWED -> sending.sent(message, report.providerId());
      case SENT -> {
        if (report.status().lost()) {
          messages.failed(message, report.code());
        }
      }
      case SENDING, FAILED, WITHDRAWN, REFUSED, DROPPED -> {}
    }
  }
}
