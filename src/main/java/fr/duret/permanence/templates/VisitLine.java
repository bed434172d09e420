package fr.duret.permanence.templates;

/// One visit in a list from which the client chooses.
///
/// @param service what it is for, as the client says it (`entretien`)
/// @param slot when it is
public record VisitLine(String service, Slot slot) {}
