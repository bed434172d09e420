/// The demonstration's telephones and clock: a provider like any other, only that its subscribers
/// live on a web page.
///
/// What it receives goes through the journal, what it delivers comes from the outbox; it has no way
/// around them. Never part of production.
@NullMarked
package fr.duret.permanence.channel.simulator;

import org.jspecify.annotations.NullMarked;
