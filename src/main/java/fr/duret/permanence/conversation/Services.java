package fr.duret.permanence.conversation;

import java.time.ZoneId;

/// All that the engine asks of others.
///
/// @param registry the actions and recognisers
/// @param understanding what reads French
/// @param texts what writes it
/// @param people who is behind an address
/// @param zone the company's time zone
public record Services(
    Registry registry, Understanding understanding, Texts texts, People people, ZoneId zone) {}
