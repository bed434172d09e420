package fr.duret.permanence.booking;

import fr.duret.permanence.booking.StoredVisit.Event;
import fr.duret.permanence.booking.StoredVisit.What;
import java.util.Optional;
import org.bson.Document;

/// Visits as they are stored.
final class VisitDocuments {

  private VisitDocuments() {}

  static Document write(StoredVisit stored) {
    Visit visit = stored.visit();
    return new Document("_id", visit.id())
        .append("version", visit.version())
        .append("person", visit.person())
        .append("service", visit.service())
        .append("site", DayDocuments.site(visit.site()))
        .append("day", visit.slot().day().toString())
        .append("slot", visit.slot().key())
        .append("order", visit.order())
        .append("technician", visit.technician())
        .append("state", visit.state().name())
        .append("pinned", visit.pinned())
        .append("history", stored.history().stream().map(VisitDocuments::event).toList());
  }

  static StoredVisit read(Document document) {
    Visit visit =
        new Visit(
            document.getString("_id"),
            document.getString("person"),
            document.getString("service"),
            DayDocuments.site(document.get("site", Document.class)),
            Slot.ofKey(document.getString("slot")),
            document.getString("technician"),
            Visit.State.valueOf(document.getString("state")),
            document.getBoolean("pinned"),
            document.getLong("version"));
    return new StoredVisit(
        visit,
        document.getList("history", Document.class).stream().map(VisitDocuments::event).toList());
  }

  private static Document event(Event event) {
    Document document =
        new Document("cause", event.cause())
            .append("what", event.what().name())
            .append("slot", event.slot().key())
            .append("technician", event.technician())
            .append("pinned", event.pinned())
            .append("afterLapse", event.afterLapse());
    event.former().ifPresent(slot -> document.append("former", slot.key()));
    return document;
  }

  private static Event event(Document document) {
    return new Event(
        document.getString("cause"),
        What.valueOf(document.getString("what")),
        Slot.ofKey(document.getString("slot")),
        document.getString("technician"),
        document.getBoolean("pinned"),
        Optional.ofNullable(document.getString("former")).map(Slot::ofKey),
        document.getBoolean("afterLapse"));
  }
}
