/// What we say first: timers that become messages. For now the reminder two days before a visit.
///
/// It never books, moves or cancels; what is answered is the conversation's business.
@NullMarked
package fr.duret.permanence.outreach;

import org.jspecify.annotations.NullMarked;
