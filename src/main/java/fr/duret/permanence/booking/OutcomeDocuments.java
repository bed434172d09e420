package fr.duret.permanence.booking;

import java.util.Date;
import java.util.Optional;
import org.bson.Document;

/// Outcomes as they are stored.
final class OutcomeDocuments {

  private static final String KIND = "kind";
  private static final String OFFERED = "offered";
  private static final String NOTHING = "nothing";
  private static final String BOOKED_ALREADY = "booked-already";
  private static final String TAKEN = "taken";
  private static final String NOT_MOVABLE = "not-movable";
  private static final String TOO_LATE = "too-late";

  private OutcomeDocuments() {}

  static Document offered(OfferRecord made) {
    Document document =
        new Document(KIND, OFFERED)
            .append("person", made.person())
            .append("recognised", made.recognised())
            .append("task", DayDocuments.task(made.task()))
            .append("open", made.offered().openAsWished())
            .append("expires", Date.from(made.offered().expires()))
            .append("slots", made.offered().slots().stream().map(OutcomeDocuments::slot).toList());
    made.moving().ifPresent(visit -> document.append("moving", visit));
    return document;
  }

  static Document nothing() {
    return new Document(KIND, NOTHING);
  }

  static Document bookedAlready(Visit visit) {
    return new Document(KIND, BOOKED_ALREADY).append("visit", visit(visit));
  }

  static Document taken(Slot slot) {
    return new Document(KIND, TAKEN).append("slot", slot.key());
  }

  static Document notMovable(Visit visit) {
    return new Document(KIND, NOT_MOVABLE).append("visit", visit(visit));
  }

  static Document tooLate(Visit visit) {
    return new Document(KIND, TOO_LATE).append("visit", visit(visit));
  }

  static Optional<OfferRecord> offerRecord(Document document) {
    if (!document.getString(KIND).equals(OFFERED)) {
      return Optional.empty();
    }
    Offer.Offered offered =
        new Offer.Offered(
            document.getString("_id"),
            document.getList("slots", Document.class).stream().map(OutcomeDocuments::slot).toList(),
            document.getInteger("open"),
            DayDocuments.instant(document, "expires"));
    return Optional.of(
        new OfferRecord(
            offered,
            document.getString("person"),
            document.getBoolean("recognised"),
            DayDocuments.task(document.get("task", Document.class)),
            Optional.ofNullable(document.getString("moving"))));
  }

  static Offer offer(Document document) {
    return switch (document.getString(KIND)) {
      case OFFERED -> offerRecord(document).orElseThrow().offered();
      case NOTHING -> new Offer.NothingFits();
      case BOOKED_ALREADY -> new Offer.AlreadyBooked(visit(document));
      default -> throw otherCommand(document);
    };
  }

  static Taken taken(Document document) {
    if (document.getString(KIND).equals(TAKEN)) {
      return new Taken(Slot.ofKey(document.getString("slot")));
    }
    throw otherCommand(document);
  }

  static Move move(Document document) {
    return document.getString(KIND).equals(NOT_MOVABLE)
        ? new Move.NotMovable(visit(document))
        : taken(document);
  }

  static Cancellation cancellation(Document document) {
    if (document.getString(KIND).equals(TOO_LATE)) {
      return new Cancellation.TooLate(visit(document));
    }
    throw otherCommand(document);
  }

  private static IllegalStateException otherCommand(Document document) {
    return new IllegalStateException("cause of another command: " + document.getString("_id"));
  }

  private static Document visit(Visit visit) {
    return VisitDocuments.write(new StoredVisit(visit, java.util.List.of()));
  }

  private static Visit visit(Document document) {
    return VisitDocuments.read(document.get("visit", Document.class)).visit();
  }

  private static Document slot(OfferedSlot offered) {
    Document document =
        new Document("slot", offered.slot().key())
            .append("technician", offered.technician())
            .append("wished", offered.wished())
            .append("extraSeconds", offered.extraSeconds());
    offered.nearCommune().ifPresent(commune -> document.append("nearCommune", commune));
    return document;
  }

  private static OfferedSlot slot(Document document) {
    return new OfferedSlot(
        Slot.ofKey(document.getString("slot")),
        document.getString("technician"),
        document.getBoolean("wished"),
        Optional.ofNullable(document.getString("nearCommune")),
        document.getInteger("extraSeconds"));
  }
}
