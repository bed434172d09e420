/// What to do later: durable timers on the business clock, each with a key made of its subject.
///
/// It knows no feature: it calls a [fr.duret.permanence.agenda.TimerHandler] by kind. A handler may
/// be called twice for one timer and must not mind; a timer is never lost and never early.
@NullMarked
package fr.duret.permanence.agenda;

import org.jspecify.annotations.NullMarked;
