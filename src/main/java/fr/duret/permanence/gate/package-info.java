/// Whether a message may leave now: purpose, consent, hours, level of recognition, kind of sender,
/// loops.
///
/// It never writes a message and never sends one; a refusal carries its reason.
@NullMarked
package fr.duret.permanence.gate;

import org.jspecify.annotations.NullMarked;
