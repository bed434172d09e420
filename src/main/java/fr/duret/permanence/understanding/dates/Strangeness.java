package fr.duret.permanence.understanding.dates;

import java.util.List;

/// How much of a message the vocabulary does not know. Of sure readings that were wrong, nearly all
/// stood among strange words: a story, a reason, a remark. The fewer words say that something is
/// wished, the fewer strange ones may stand beside it.
final class Strangeness {

  private static final int MOST = 2;
  private static final int LEAST = 1;
  private static final int SHORT = 2;

  private static final Kinds WISHING = Kinds.of(Kind.ASKS, Kind.WANT, Kind.APPOINTMENT, Kind.MOVE);

  private Strangeness() {}

  /// Whether so much is strange that what was understood should be said before acting.
  static boolean isDoubtful(Line line, List<Grammar.Placed> pieces) {
    int strange = 0;
    boolean speaks = false;
    for (Grammar.Placed placed : pieces) {
      if (Dates.speaks(placed.piece())) {
        speaks = true;
      } else {
        strange += strange(line, placed);
      }
    }
    return speaks && strange > Math.clamp(wishes(line), LEAST, MOST);
  }

  private static int strange(Line line, Grammar.Placed placed) {
    int strange = 0;
    for (int i = placed.from(); i < placed.to(); i++) {
      boolean unknown = line.lexemes().get(i).senses().isEmpty();
      strange += unknown && line.text(i).length() > SHORT ? 1 : 0;
    }
    return strange;
  }

  /// How many words say that something is wished.
  private static int wishes(Line line) {
    int wishes = 0;
    for (int i = 0; i < line.size(); i++) {
      wishes += line.isAny(i, WISHING) ? 1 : 0;
    }
    return wishes;
  }
}
