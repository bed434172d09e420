package fr.duret.permanence.understanding;

import java.time.LocalDate;
import java.time.LocalTime;

/// One of the windows offered to the client, in the order in which he saw them.
///
/// @param day the day of the visit
/// @param from when the window opens
/// @param to when it closes
public record Option(LocalDate day, LocalTime from, LocalTime to) {}
