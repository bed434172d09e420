package fr.duret.permanence.channel.simulator;

import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// What the handset page shows of the office. The root joins it to the features.
public interface OfficeView {

  /// The telephones to begin with.
  List<Phone> phones();

  /// What was said with that address, both ways, oldest first.
  List<Line> exchange(Address address);

  /// Whether a person, and not the bot, answers that address.
  boolean ownedByPerson(Address address);

  /// Everybody's round of a day; on a day when nobody works each is empty.
  List<Round> rounds(LocalDate day);

  /// Whether anybody works on that day.
  boolean working(LocalDate day);

  /// What a person still has to do, most urgent first.
  List<Ticket> tickets();

  /// What keeps saved flows and templates from being in force, each on a line with its file.
  List<String> problemsOfFiles();

  /// The latest of everything that happened, newest first.
  List<Event> latest();

  /// A telephone.
  ///
  /// @param name whose it is
  /// @param number as people write it
  record Phone(String name, String number) {}

  /// A message as a telephone shows it.
  ///
  /// @param id its id
  /// @param at when, in business time
  /// @param received whether it reached us; otherwise it came from us
  /// @param text the words
  /// @param state what became of it
  record Line(String id, Instant at, boolean received, String text, String state) {}

  /// A technician's day.
  ///
  /// @param technician his first name
  /// @param drivingSeconds driving of the whole round
  /// @param stops his visits in the order of driving
  /// @param busy what keeps him from visits during his hours, in order
  record Round(String technician, int drivingSeconds, List<Stop> stops, List<Busy> busy) {}

  /// A part of a half-day without visits.
  ///
  /// @param from its beginning: `08:00`
  /// @param window all of it: `8h-9h`
  /// @param kind `absence`, `job`, `meeting`
  /// @param label what for; empty for a meeting
  record Busy(String from, String window, String kind, String label) {}

  /// A visit in a round.
  ///
  /// @param window the window promised: `8h-10h`
  /// @param arrival when he is expected: `08:35`
  /// @param client whose visit it is
  /// @param commune where
  /// @param service what for
  /// @param pinned whether the technician is fixed
  record Stop(
      String window,
      String arrival,
      String client,
      String commune,
      String service,
      boolean pinned) {}

  /// Something that a person must do.
  ///
  /// @param due until when, as it is read
  /// @param subject what
  /// @param contact whom to answer
  /// @param priority how pressing
  /// @param urgent whether nothing is more pressing
  record Ticket(String due, String subject, String contact, String priority, boolean urgent) {}

  /// Something that happened.
  ///
  /// @param at when, in business time
  /// @param kind what
  /// @param contact with whom
  /// @param text the words
  /// @param outcome what became of it
  record Event(Instant at, String kind, String contact, String text, String outcome) {}
}
