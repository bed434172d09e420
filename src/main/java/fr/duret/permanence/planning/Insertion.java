package fr.duret.permanence.planning;

/// A place for a visit in a day.
///
/// @param plan the day with the visit in it; its holds are unchanged
/// @param offer what is promised, to whom it falls, what it costs
public record Insertion(DayPlan plan, Offer offer) {}
