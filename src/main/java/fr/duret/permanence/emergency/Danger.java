package fr.duret.permanence.emergency;

import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Optional;

/// Somebody tells of danger.
///
/// @param cause id of the command: the same cause alerts once
/// @param from who tells of it
/// @param person the person on file, if known
/// @param words what he wrote
/// @param at when it was received, in business time
public record Danger(
    String cause, Address from, Optional<String> person, String words, Instant at) {}
