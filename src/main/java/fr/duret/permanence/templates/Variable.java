package fr.duret.permanence.templates;

/// A variable that a template declares in its header: `name: name`, `words: text 120`, `who:
/// name?`.
///
/// @param name as the template and its callers call it
/// @param kind what it holds
/// @param max characters of words, or items of a list, at most
/// @param optional whether callers may leave it out (`?` in the header); its sections are then
///   empty
public record Variable(String name, Kind kind, int max, boolean optional) {}
