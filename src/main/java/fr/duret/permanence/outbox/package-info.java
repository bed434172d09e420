/// Whom we owe a message: owed, sending, then sent, failed or still unknown.
///
/// It knows no provider and no feature: it calls [fr.duret.permanence.outbox.Transport],
/// [fr.duret.permanence.outbox.Gate], [fr.duret.permanence.outbox.Subjects] and
/// [fr.duret.permanence.outbox.Undeliverable]. It never sends again what may already have left.
@NullMarked
package fr.duret.permanence.outbox;

import org.jspecify.annotations.NullMarked;
