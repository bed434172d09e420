/// What has happened: one durable entry for everything that reaches us, and the order in which it
/// is dealt with; also who is alive among the processes that share the store.
///
/// It knows no feature: it calls a [fr.duret.permanence.journal.Handler] and never looks at what a
/// message means. Nothing is rewritten here but the mark that says "handled", and nothing deleted
/// but what is older than it may be kept.
@NullMarked
package fr.duret.permanence.journal;

import org.jspecify.annotations.NullMarked;
