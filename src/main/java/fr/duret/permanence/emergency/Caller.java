package fr.duret.permanence.emergency;

/// Who is in danger, as the person on call is told.
///
/// @param name civility and name
/// @param street number and street; empty if unknown, or if he has several places
/// @param commune where; empty if unknown
public record Caller(String name, String street, String commune) {}
