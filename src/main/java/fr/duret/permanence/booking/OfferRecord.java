package fr.duret.permanence.booking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;

/// What was offered to whom: the answer to a repeated offer, and what a choice refers to.
///
/// @param task what is to be done
record OfferRecord(
    Offer.Offered offered, String person, boolean recognised, Task task, Optional<String> moving) {

  Collection<LocalDate> days() {
    TreeSet<LocalDate> days = new TreeSet<>();
    offered.slots().forEach(slot -> days.add(slot.slot().day()));
    return days;
  }
}
