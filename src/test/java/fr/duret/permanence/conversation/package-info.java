/// Tests of `conversation`.
@NullMarked
package fr.duret.permanence.conversation;

import org.jspecify.annotations.NullMarked;
