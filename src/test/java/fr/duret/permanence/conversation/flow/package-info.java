/// Tests of `conversation.flow`.
@NullMarked
package fr.duret.permanence.conversation.flow;

import org.jspecify.annotations.NullMarked;
