package fr.duret.permanence.understanding;

/// One thing understood.
///
/// @param value what was understood
/// @param confidence how surely
/// @param span the words it rests on
/// @param reason why, for logs and for whoever tunes the vocabulary; never shown to a client
public record Finding<T>(T value, Confidence confidence, Span span, String reason) {}
