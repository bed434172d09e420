package fr.duret.permanence.booking;

import static com.mongodb.client.model.Filters.eq;
import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static fr.duret.permanence.booking.Agency.request;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.LocalDate;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// A command stops between two of its writes: what came after is put back as it was before.
@ExtendWith(StoreExtension.class)
class CrashTest {

  private static final LocalDate TUESDAY = MONDAY.plusDays(1);
  private static final LocalDate THURSDAY = MONDAY.plusDays(3);
  private static final String OLD_DAY = "74600/" + TUESDAY;

  private Agency agency;
  private Booking booking;
  private MongoCollection<Document> visits;
  private MongoCollection<Document> days;

  @BeforeEach
  void open(Store store) {
    agency = new Agency(store);
    booking = agency.booking;
    visits = store.collection("visits");
    days = store.collection("days");
  }

  @Test
  void a_booking_that_stopped_after_the_day_is_completed_by_its_replay() {
    Offer.Offered offered = agency.offer("o", request("C-1", only(TUESDAY, TUESDAY)));
    Slot slot = offered.slots().getFirst().slot();
    Confirmation first = booking.confirm("c", offered.hold(), slot);
    visits.deleteMany(new Document());

    assertThat(booking.confirm("c", offered.hold(), slot)).isEqualTo(first);
    assertThat(booking.upcoming("C-1")).hasSize(1);
    assertThat(agency.day(TUESDAY).entries()).hasSize(1);
  }

  @Test
  void a_move_that_stopped_after_the_new_day_is_completed_by_its_replay() {
    Moving moving = new Moving();
    moving.visitAsBefore();
    moving.oldDayAsBefore();

    assertThat(moving.again()).isEqualTo(moving.outcome);
    moving.assertDone();
  }

  @Test
  void a_move_that_stopped_before_giving_the_old_day_up_is_completed_by_its_replay() {
    Moving moving = new Moving();
    moving.oldDayAsBefore();

    assertThat(moving.again()).isEqualTo(moving.outcome);
    moving.assertDone();
  }

  @Test
  void a_visit_that_an_earlier_version_wrote_without_its_order_is_listed_after_the_next_start() {
    Visit visit = agency.book("C-1", only(TUESDAY, TUESDAY));
    visits.updateOne(eq("_id", visit.id()), Updates.unset("order"));
    assertThat(booking.visits(TUESDAY, TUESDAY, 10)).isEmpty();

    booking.recover();

    assertThat(booking.visits(TUESDAY, TUESDAY, 10)).containsExactly(visit);
  }

  @Test
  void a_move_that_stopped_is_completed_at_the_next_start() {
    Moving moving = new Moving();
    moving.visitAsBefore();
    moving.oldDayAsBefore();

    booking.recover();

    moving.assertDone();
    assertThat(moving.again()).isEqualTo(moving.outcome);
    moving.assertDone();
  }

  @Test
  void an_old_day_that_was_not_given_up_is_freed_at_the_next_start() {
    Moving moving = new Moving();
    moving.oldDayAsBefore();

    booking.recover();

    moving.assertDone();
  }

  @Test
  void a_cancellation_that_stopped_after_the_day_shows_at_once_and_is_completed() {
    Visit visit = agency.book("C-1", only(TUESDAY, TUESDAY));
    Document before = document(visits, visit.id());
    Cancellation first = booking.cancel("x", visit.id());
    put(visits, before);

    assertThat(booking.upcoming("C-1")).isEmpty();
    assertThat(booking.cancel("x", visit.id())).isEqualTo(first);
    assertThat(document(visits, visit.id()).getString("state")).isEqualTo("CANCELLED");
  }

  private static Document document(MongoCollection<Document> collection, String id) {
    return Objects.requireNonNull(collection.find(eq("_id", id)).first());
  }

  private static void put(MongoCollection<Document> collection, Document document) {
    collection.replaceOne(
        eq("_id", document.getString("_id")), document, new ReplaceOptions().upsert(true));
  }

  /// A visit moved from Tuesday to Thursday, with what was stored before.
  private final class Moving {

    private final Visit visit = agency.book("C-1", only(TUESDAY, TUESDAY));
    private final Document visitBefore = document(visits, visit.id());
    private final Document dayBefore = document(days, OLD_DAY);
    private final Offer.Offered offered =
        agency.offer("m", request("C-1", only(THURSDAY, THURSDAY)).toMove(visit.id()));
    private final Slot slot = offered.slots().getFirst().slot();
    private final Move outcome = again();

    Move again() {
      return booking.move("m#1", visit.id(), offered.hold(), slot);
    }

    void visitAsBefore() {
      put(visits, visitBefore);
    }

    void oldDayAsBefore() {
      put(days, dayBefore);
    }

    void assertDone() {
      assertThat(agency.day(TUESDAY).entries()).isEmpty();
      assertThat(agency.day(THURSDAY).entries())
          .extracting(Entry::visit)
          .containsExactly(visit.id());
      assertThat(booking.upcoming("C-1")).extracting(Visit::slot).containsExactly(slot);
    }
  }
}
