package fr.duret.permanence.conversation;

import fr.duret.permanence.understanding.Understood;

/// What was said and what it means.
///
/// @param text the turn's messages, joined by line ends in their order
/// @param meaning what `understanding` read in it
public record Heard(String text, Understood meaning) {}
