package fr.duret.permanence.booking;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.technicians.Technicians;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// What the commands of this package work with.
record Parts(
    Company company,
    Technicians technicians,
    MongoDays days,
    MongoVisits visits,
    MongoOutcomes outcomes,
    PastCalls pastCalls,
    Reading reading,
    HoldTimes holdTimes,
    InstantSource clock,
    Marks marks) {

  /// Plans among the places known at present; to be taken once and worked with to the end.
  Plans plans() {
    return pastCalls.terrain().plans();
  }

  LocalDate dayOf(Instant now) {
    return LocalDate.ofInstant(now, company.zone());
  }

  /// Whether a slot's window has begun.
  boolean hasBegun(Slot slot) {
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), company.zone());
    return !slot.day().atTime(slot.from()).isAfter(now);
  }
}
