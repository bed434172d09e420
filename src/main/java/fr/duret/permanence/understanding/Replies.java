package fr.duret.permanence.understanding;

import java.util.List;

/// Weighs what the rules take a reply for, where yes or no was asked, with all its words, as
/// learned from rows of several authors. Where neither yes nor no is plain, the reply is none: it
/// must be asked again.
final class Replies {

  /// The labels learned, in their order.
  static final List<String> LABELS =
      List.of(Answer.YES, Answer.NO, Answer.RESERVED, Answer.NONE).stream()
          .map(Answer::name)
          .toList();

  private static final int YES = 0;
  private static final int NO = 1;
  private static final int RESERVED = 2;

  /// The chances from which yes and no are acted upon: where the rules say so too, and alone.
  private static final float AGREED = 0.65f;

  private static final float ALONE = 0.75f;

  private final Weights weights;

  Replies(Weights weights) {
    this.weights = weights;
  }

  /// The answer.
  ///
  /// @param ruled what the rules hold
  Answer weigh(Message message, Matches matches, MessageTraits traits, Answer ruled) {
    float[] chances = weights.chances(traits, Wishes.join(told(message, matches), found(ruled)));
    int best = Wishes.best(chances);
    Answer read = Answer.valueOf(LABELS.get(best));
    if (best != YES && best != NO) {
      return read;
    }
    if (chances[best] >= (read == ruled ? AGREED : ALONE)) {
      return read;
    }
    return chances[RESERVED] > chances[RESERVED + 1] ? Answer.RESERVED : Answer.NONE;
  }

  /// What the patterns found, as traits.
  static int[] told(Message message, Matches matches) {
    Clues clues = new Clues("reply ");
    for (String label : matches.labels()) {
      clues.say(label).end();
    }
    if (message.size() > 0) {
      clues.say("asks ").say(message.asks(message.size() - 1)).end();
    }
    for (Match match : matches.all()) {
      if (match.from() == 0) {
        clues.say("opens ").say(match.label()).end();
      }
    }
    return clues.traits();
  }

  /// What the rules hold, as a trait.
  static int[] found(Answer ruled) {
    return new int[] {Traits.rule("reply " + ruled)};
  }
}
