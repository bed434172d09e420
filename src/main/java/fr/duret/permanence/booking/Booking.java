package fr.duret.permanence.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Books visits. Every command carries its cause: repeated, it changes nothing and returns what it
/// returned before, whatever others have done since.
///
/// Every method may throw [com.mongodb.MongoException] when the store fails; then nothing is known,
/// and the same command must be repeated.
@SuppressWarnings("DoNotCallSuggester") // bodies follow
public final class Booking {

  /// Offers two or three slots, or one if there is only one, and holds them. A former hold of that
  /// person is released.
  ///
  /// @param cause id of the command
  public Offer offer(String cause, OfferRequest request) {
    throw new UnsupportedOperationException();
  }

  /// Books a slot that was offered; after the hold's lapse too, if it is still free.
  ///
  /// @param cause id of the command; the visit's id derives from it
  /// @param hold the offer's hold
  /// @throws java.util.NoSuchElementException if there was no such offer
  public Confirmation confirm(String cause, String hold, Slot slot) {
    throw new UnsupportedOperationException();
  }

  /// Moves a visit to a slot that was offered for it; the new slot is secured before the old one is
  /// given up.
  ///
  /// @param cause id of the command
  /// @param hold the offer's hold
  /// @throws java.util.NoSuchElementException if there was no such offer, or no such visit
  public Move move(String cause, String visit, String hold, Slot slot) {
    throw new UnsupportedOperationException();
  }

  /// Cancels a visit and frees its slot.
  ///
  /// @throws java.util.NoSuchElementException if there is no such visit
  public Cancellation cancel(String cause, String visit) {
    throw new UnsupportedOperationException();
  }

  /// Fixes the visit's technician, because the client is told his name as certain.
  ///
  /// @return the visit, with the technician as pinned
  /// @throws java.util.NoSuchElementException if there is no such visit
  public Visit pin(String cause, String visit) {
    throw new UnsupportedOperationException();
  }

  /// Releases a hold before it lapses; nothing happens if it is gone.
  public void releaseHold(String hold) {
    throw new UnsupportedOperationException();
  }

  /// The visit as it is now.
  public Optional<Visit> visit(String id) {
    throw new UnsupportedOperationException();
  }

  /// The planned visits of a person that have not passed, soonest first.
  public List<Visit> upcoming(String person) {
    throw new UnsupportedOperationException();
  }

  /// The last visits of a person, planned, cancelled and past, latest first.
  ///
  /// @param limit at most this many
  public List<Visit> history(String person, int limit) {
    throw new UnsupportedOperationException();
  }

  /// The visits from one day to another, both included, by day; cancelled ones too.
  ///
  /// @param limit at most this many
  public List<Visit> visits(LocalDate from, LocalDate to, int limit) {
    throw new UnsupportedOperationException();
  }

  /// Everybody's round of a day, as planned now.
  public DayView day(LocalDate day) {
    throw new UnsupportedOperationException();
  }

  /// To be called when a technician's free time has changed on these days: what is being booked
  /// meanwhile is checked again, and the days are re-optimised.
  public void freeTimeChanged(LocalDate from, LocalDate to) {
    throw new UnsupportedOperationException();
  }
}
