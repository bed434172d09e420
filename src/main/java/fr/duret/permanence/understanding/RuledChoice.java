package fr.duret.permanence.understanding;

/// What the rules chose among the options, as traits for the learned reader.
final class RuledChoice {

  private RuledChoice() {}

  /// As a whole.
  static int[] whole(Choice choice) {
    Clues clues = new Clues("rules ");
    switch (choice) {
      case Choice.One one -> {
        clues.say("one").end();
        clues.say("one ").say(one.confidence()).end();
        clues.say("one ").say(one.reason()).say(one.confidence()).end();
      }
      case Choice.Several several -> clues.say("several ").say(several.willing()).end();
      case Choice.NoneSuits _ -> clues.say("none").end();
      case Choice.NoSuchOption _ -> clues.say("no such").end();
      case Choice.Nothing() -> clues.say("nothing").end();
    }
    return clues.traits();
  }

  /// Of one option.
  static int[] of(Choice choice, int option) {
    Clues clues = new Clues("rules option ");
    switch (choice) {
      case Choice.One one -> {
        boolean it = one.option() == option;
        clues.say(it).end();
        clues.say(it).say(" ").say(one.confidence()).end();
        clues.say(it).say(" ").say(one.reason()).end();
      }
      case Choice.Several several ->
          clues.say("several ").say(several.options().contains(option)).end();
      case Choice.NoneSuits _ -> clues.say("none").end();
      case Choice.NoSuchOption _ -> clues.say("no such").end();
      case Choice.Nothing() -> clues.say("nothing").end();
    }
    return clues.traits();
  }
}
