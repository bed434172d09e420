package fr.duret.permanence.conversation.actions;

/// The variables that actions, recognisers and templates share.
final class Vars {

  /// Id of a client at whose place the work is: the conversation's person.
  static final String PERSON = "client";

  /// Kind of the service, as in the company file.
  static final String KIND = "kind";

  /// What the service is called in a sentence.
  static final String SERVICE = "service";

  /// Id of the client's site.
  static final String SITE = "site";

  /// The sites to choose from, as maps of `text`, `id` and `names`.
  static final String SITES = "sites";

  /// All places of a client who has several, as maps of `text`, `id` and `names`.
  static final String PLACES = "places";

  /// Ids of further places that a visit is wanted at, with commas between.
  static final String NEXT_SITES = "nextSites";

  /// What is wanted at which place, as `site=kind` with commas between.
  static final String SITE_KINDS = "siteKinds";

  /// What the place spoken of is called.
  static final String PLACE = "place";

  /// How many minutes a visit takes.
  static final String MINUTES = "minutes";

  /// Kind of the service before it was told anew.
  static final String BEFORE = "before";

  /// Kinds of further needs told in the same breath, with commas between.
  static final String NEXT_KIND = "nextKind";

  /// What that is called in a sentence.
  static final String NEXT_SERVICE = "nextService";

  /// How many they are.
  static final String COUNT = "count";

  /// When the client would like it, in the notation of `understanding.dates`.
  static final String WISH = "wish";

  /// How many of the subject's texts the wish has taken in.
  static final String READ = "read";

  /// Id of the hold on the slots offered.
  static final String HOLD = "hold";

  /// The slots offered, as texts like `2026-11-24T08:00/10:00`.
  static final String SLOTS = "slots";

  /// The slots that were listed when one was chosen, as texts; numbered from 1.
  static final String LISTED = "listed";

  /// The number of another of those listed, said after the choice.
  static final String PICK = "pick";

  /// The slot chosen or promised.
  static final String SLOT = "slot";

  /// The slot probably chosen, before it is confirmed.
  static final String MEANT = "meant";

  /// The slot a visit had before it was moved.
  static final String OLD = "old";

  /// Whether it was moved within its day.
  static final String SAME_DAY = "sameDay";

  /// First name of the technician.
  static final String TECHNICIAN = "technician";

  /// Whether somebody has taken an alert.
  static final String TAKEN = "taken";

  /// Whether what was just written has been passed on to whoever is called.
  static final String TOLD = "told";

  /// Whether nobody at all has answered an alert.
  static final String UNANSWERED = "unanswered";

  /// Set once the client has said that there is no danger.
  static final String SAFE = "safe";

  /// Id of the visit spoken of.
  static final String VISIT = "visit";

  /// The visits to choose from, as maps of `service`, `slot`, `id` and `names`.
  static final String VISITS = "visits";

  /// Whether there are more of them than a message has room for.
  static final String MORE = "more";

  /// The name the client gave, as he wrote it.
  static final String NAME = "name";

  /// Civility given with the name: `MR`, `MRS` or `COUPLE`.
  static final String CIVILITY = "civility";

  /// First name given.
  static final String FIRST = "firstName";

  /// The commune named.
  static final String COMMUNE = "commune";

  /// The communes to choose from.
  static final String COMMUNES = "communes";

  /// A day that a question is about.
  static final String DATE = "date";

  /// Another day that the client may have meant.
  static final String OTHER = "other";

  /// The day asked for in vain.
  static final String ASKED = "asked";

  /// Whether it was one whole day that was asked for, or one day.
  static final String DAY = "day";

  /// Whether only some hours were asked for.
  static final String HOURS = "hours";

  /// When an answer is promised, local time.
  static final String DUE = "due";

  /// Whether that is today.
  static final String TODAY = "today";

  /// Whether something was told for the visit before it was booked.
  static final String NOTE = "note";

  /// Whether what was told for the visit has been passed on with its booking.
  static final String NOTED = "noted";

  private Vars() {}
}
