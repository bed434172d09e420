/// The format of flows: reading, checking, drawing and rehearsing them. A flow says what is asked
/// and done in which order; `docs/flows.md` describes the format.
///
/// Nothing here runs a conversation, knows an action's code or contains a word said to a client.
@NullMarked
package fr.duret.permanence.conversation.flow;

import org.jspecify.annotations.NullMarked;
