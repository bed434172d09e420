/// French text in, meaning out: intents, choices among offers, yes and no, names, places, motives,
/// emergencies; dates come from `understanding.dates`. The one public entry is
/// [French][fr.duret.permanence.understanding.French].
///
/// Pure functions of (text, now, context). It never reads a clock, a store or a client's file, and
/// it never decides what to do: it says what was understood, how surely, from which words and why.
@NullMarked
package fr.duret.permanence.understanding;

import org.jspecify.annotations.NullMarked;
