package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import java.time.Instant;

/// What a turn starts from; the same at every replay.
///
/// @param conversation the conversation's name
/// @param cause the id of the turn's first entry, or of the timer
/// @param trace the id that joins the logs of this turn
/// @param address who is answered
/// @param channel by which way
/// @param text the messages, joined by line ends; empty if a timer brought us here
/// @param now the turn's business time
/// @param visitPlanned whether the person has a visit ahead
/// @param unseen whether the question before was taken back before it left
record Input(
    String conversation,
    String cause,
    String trace,
    Address address,
    Channel channel,
    String text,
    Instant now,
    boolean visitPlanned,
    boolean unseen) {}
