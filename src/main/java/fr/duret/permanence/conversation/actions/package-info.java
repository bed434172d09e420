/// What flows can do and hear: the actions and recognisers of the company's business, each a small
/// class that joins one step of a dialogue to one feature.
///
/// Nothing here keeps state, sends a message or contains a word said to a client.
@NullMarked
package fr.duret.permanence.conversation.actions;

import org.jspecify.annotations.NullMarked;
