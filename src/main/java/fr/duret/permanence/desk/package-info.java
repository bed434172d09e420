/// What a person must do: tickets with priority, due time, reason and owner, one for each open
/// matter; a repeated contact joins its ticket and raises it.
///
/// It never answers a client and never sends; it decides no conversation.
@NullMarked
package fr.duret.permanence.desk;

import org.jspecify.annotations.NullMarked;
