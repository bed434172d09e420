package fr.duret.permanence.understanding;

import java.util.List;

/// The [Mention]s of an answer, with what is said around each, as they stand to the options
/// offered.
final class Pointers {

  private final Message message;
  private final List<Mention> mentions;
  private final Around.Said[] around;

  /// For each mention and option how one stands to the other; empty if not at all.
  private final String[][] relations;

  Pointers(Message message, Matches matches, Numbers numbers, List<Option> options) {
    this.message = message;
    mentions = Mention.in(message, matches, numbers);
    Around surroundings = new Around(message, matches, mentions);
    around = new Around.Said[mentions.size()];
    relations = new String[around.length][options.size()];
    for (int m = 0; m < around.length; m++) {
      around[m] = surroundings.of(m);
      for (int o = 0; o < options.size(); o++) {
        relations[m][o] = mentions.get(m).relation(o, options.get(o));
      }
    }
  }

  private boolean isRelated(int mention, int option) {
    return !relations[mention][option].isEmpty();
  }

  private boolean pointsAtAny(int mention) {
    for (String relation : relations[mention]) {
      if (!relation.isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /// Whether that option is pointed at by what is wanted first.
  private boolean points(int option, boolean against, boolean freely) {
    for (int m = 0; m < around.length; m++) {
      Around.Said said = around[m];
      boolean alike = said.against() == against && (!freely || said.free());
      if (!said.second() && alike && isRelated(m, option)) {
        return true;
      }
    }
    return false;
  }

  /// Whether words name that option.
  boolean names(int option) {
    return points(option, false, false);
  }

  /// Whether words speak against that option.
  boolean denies(int option) {
    return points(option, true, false);
  }

  /// Whether words say that an option suits which they name or speak against.
  boolean frees(int option) {
    return points(option, false, true) || points(option, true, true);
  }

  /// Tells what points at none of the options.
  void tellElsewhere(Clues clues) {
    for (int m = 0; m < around.length; m++) {
      if (!pointsAtAny(m)) {
        clues.say("elsewhere ").say(mentions.get(m).sort()).end();
      }
    }
  }

  /// Tells what points at an option, or at another one.
  void tell(int option, Clues clues) {
    boolean first = true;
    for (int m = 0; m < around.length; m++) {
      boolean related = isRelated(m, option);
      if (related || pointsAtAny(m)) {
        tell(m, option, related, clues);
        if (first && !around[m].against()) {
          first = false;
          clues.say("first ").say(related).end();
        }
        clues.say("last mention ").say(m == around.length - 1).say(related).end();
      }
    }
  }

  private void tell(int mention, int option, boolean related, Clues clues) {
    Around.Said said = around[mention];
    if (related) {
      clues.say(relations[mention][option]);
    } else {
      clues.say("other ").say(mentions.get(mention).sort());
    }
    clues.say(said.against() ? " against" : said.second() ? " second" : "").end();
    String name = related ? relations[mention][option] : "other";
    for (int i = said.word() - 1; i >= said.from(); i--) {
      clues.say(name).say("<").say(message.text(i)).end();
    }
    for (int i = said.word() + 1; i < said.to(); i++) {
      clues.say(name).say(">").say(message.text(i)).end();
    }
    tellIf(said.second(), name, "SECOND", clues);
    tellIf(said.against(), name, "AGAINST", clues);
    tellIf(said.free(), name, "FREE", clues);
  }

  private static void tellIf(boolean holds, String name, String word, Clues clues) {
    if (holds) {
      clues.say(name).say(word).end();
    }
  }
}
