/// The on-call alert: who is told of danger, in which order, until somebody answers « ok ».
///
/// It never decides whether a message tells of danger and says no safety words: the conversation
/// does, first.
@NullMarked
package fr.duret.permanence.emergency;

import org.jspecify.annotations.NullMarked;
