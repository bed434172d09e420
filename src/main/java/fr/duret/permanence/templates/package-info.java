/// What clients, technicians and Claire read and hear: Mustache texts with declared purposes and
/// variables, French words for dates and hours, the cost of an SMS, and the linter of it all.
///
/// It never decides what to say nor to whom, never sends, and holds no text in its code.
@NullMarked
package fr.duret.permanence.templates;

import org.jspecify.annotations.NullMarked;
