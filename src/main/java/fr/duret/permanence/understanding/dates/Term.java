package fr.duret.permanence.understanding.dates;

/// A term about days and the index after it.
record Term(DayTerm term, int end) {}
