package fr.duret.permanence.booking;

import java.time.Instant;
import java.util.List;

/// The outcome of asking for slots.
public sealed interface Offer {

  /// There are slots, and they are held.
  ///
  /// @param hold id of the hold, to be given back with the choice
  /// @param slots one to three, those that serve the wish first, then the nearest; each group by
  ///   date
  /// @param openAsWished how many open windows serve the wish, offered or not: a move to the only
  ///   one needs no further question
  /// @param expires when the hold lapses; a later answer is checked again
  record Offered(String hold, List<OfferedSlot> slots, int openAsWished, Instant expires)
      implements Offer {
    /// Keeps a copy.
    public Offered {
      slots = List.copyOf(slots);
    }

    /// The slots that serve the wish.
    public List<OfferedSlot> wished() {
      return slots.stream().filter(OfferedSlot::wished).toList();
    }
  }

  /// Nothing is free as far as we plan, or only what he excluded.
  record NothingFits() implements Offer {}

  /// We do not do that, or not there.
  ///
  /// @param why the reason
  record NotServed(Why why) implements Offer {}

  /// He is not on file and has an open visit already; a second one needs a person.
  ///
  /// @param visit the open visit
  record AlreadyBooked(Visit visit) implements Offer {}

  /// Why something is not served.
  enum Why {
    /// Too far from the agency.
    AREA,
    /// No such service in the company file, or nobody who can do it.
    SERVICE
  }
}
