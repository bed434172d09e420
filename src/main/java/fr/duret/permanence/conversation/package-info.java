/// The one dialogue engine of all channels: a turn is what was heard and the state, and gives
/// effects, replies and a new state. Here are the engine, the faces that actions and recognisers
/// implement, the document of each conversation and the protocol that makes a turn happen exactly
/// once in effect.
///
/// It never contains what is said (templates), what is asked in which order (flows), what an action
/// does (features) or what French words mean (`understanding`), and it never sends: it owes.
@NullMarked
package fr.duret.permanence.conversation;

import org.jspecify.annotations.NullMarked;
