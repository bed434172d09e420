/// Who the clients and prospects are: names, sites, contract, and to whom an address belongs.
///
/// The address documents are the only truth about who may be behind a number or a mailbox. Nothing
/// here knows visits or conversations, and nothing here decides what may be said to whom.
@NullMarked
package fr.duret.permanence.clients;

import org.jspecify.annotations.NullMarked;
