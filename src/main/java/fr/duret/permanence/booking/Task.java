package fr.duret.permanence.booking;

import fr.duret.permanence.clients.Site;

/// What is to be done, where, for how long, and what it takes.
///
/// @param service kind of the service
/// @param seconds time on the spot
record Task(String service, Site site, int seconds, String skill) {}
