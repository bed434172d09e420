package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.When;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// Weighs what the rules hold a client to pick among the options with all the words of his answer,
/// as learned from rows of several authors: first what sort of answer it is, then for each option
/// by itself whether it is the one. Where neither is plain, nothing is picked: it must be asked.
final class Picks {

  /// The sorts of answers learned, in their order.
  static final List<String> KINDS = List.of("ANY", "NONE_SUITS", "OTHER_WISH", "PICK", "UNCLEAR");

  /// The labels of one option.
  static final List<String> PICKED = List.of("NO", "YES");

  /// From here on what the rules are sure of stays sure.
  private static final float CERTAIN = 0.85f;

  /// Two options whose chances are as near as this are told apart by a question.
  private static final float CLOSE = 0.8f;

  private static final int ANY = 0;
  private static final int NONE_SUITS = 1;
  private static final int OTHER_WISH = 2;
  private static final int PICK = 3;
  private static final int YES = 1;

  /// The least chance of an option that is taken. Sure of it are only the rules: of what is only
  /// learned one option in ten is wrong even at 0.95.
  private static final float LIKELY = 0.5f;

  /// The chances at which all or none are held to be meant: where the rules say so too, and alone.
  private static final float AGREED = 0.6f;

  private static final float ALONE = 0.8f;

  /// From here on an option is named, though the rest sounds as if any would do (« le 26 on sera là
  /// tous les deux »).
  private static final float NAMED = 0.6f;

  private final Weights kinds;
  private final Weights options;

  Picks(Weights kinds, Weights options) {
    this.kinds = kinds;
    this.options = options;
  }

  /// The choice.
  ///
  /// @param clues what points at the options
  /// @param ruled what the rules hold
  Choice weigh(MessageTraits traits, OfferClues clues, When when, int size, Choice ruled) {
    float[] sort = kinds.chances(traits, Wishes.join(clues.whole(), RuledChoice.whole(ruled)));
    float[] each = new float[size];
    for (int i = 0; i < size; i++) {
      each[i] =
          options
              .chances(MessageTraits.none(), Wishes.join(clues.of(i), RuledChoice.of(ruled, i)))[
              YES];
    }
    int best = Wishes.best(each);
    return decide(sort, each, best, clues, when, ruled);
  }

  private static float second(float[] each, int best) {
    float second = 0;
    for (int i = 0; i < each.length; i++) {
      second = i == best ? second : Math.max(second, each[i]);
    }
    return second;
  }

  private static Choice decide(
      float[] sort, float[] each, int best, OfferClues clues, When when, Choice ruled) {
    int kind = Wishes.best(sort);
    boolean saidByRules = ruled instanceof Choice.One one && one.option() == best;
    boolean plain = saidByRules || second(each, best) <= each[best] * CLOSE;
    double chance = Math.sqrt(sort[PICK] * each[best]);
    if (plain && (chance >= LIKELY || (kind == ANY && each[best] >= NAMED))) {
      return taken(best, chance, saidByRules ? ruled : new Choice.Nothing());
    }
    return switch (kind) {
      case ANY -> {
        boolean said = ruled instanceof Choice.Several several && several.willing();
        if (sort[ANY] < (said ? AGREED : ALONE)) {
          yield unclear(clues, when, each.length, ruled);
        }
        yield said ? ruled : new Choice.Several(open(clues, each.length), true);
      }
      case NONE_SUITS, OTHER_WISH -> {
        boolean wish = kind == OTHER_WISH;
        boolean said = ruled instanceof Choice.NoneSuits none && none.wish() == wish;
        boolean unheard = wish && !said && when.isNone();
        yield unheard || sort[kind] < (said ? AGREED : ALONE)
            ? unclear(clues, when, each.length, ruled)
            : new Choice.NoneSuits(wish);
      }
      default -> unclear(clues, when, each.length, ruled);
    };
  }

  /// Sure only if the rules are, and the words do not doubt it.
  private static Choice taken(int best, double chance, Choice ruled) {
    if (ruled instanceof Choice.One one) {
      return chance >= CERTAIN ? one : new Choice.One(best, Confidence.LIKELY, one.reason());
    }
    return new Choice.One(best, Confidence.LIKELY, "learned " + chance);
  }

  private static List<Integer> open(OfferClues clues, int size) {
    BitSet open = clues.open();
    return open.cardinality() < 2
        ? IntStream.range(0, size).boxed().toList()
        : open.stream().boxed().toList();
  }

  /// Which one must be asked.
  private static Choice unclear(OfferClues clues, When when, int size, Choice ruled) {
    return switch (ruled) {
      case Choice.NoSuchOption none -> none;
      case Choice.Nothing() -> when.wanted().isEmpty() ? ruled : several(clues, size);
      case Choice.Several several -> new Choice.Several(several.options(), false);
      case Choice.One one -> several(clues, size);
      case Choice.NoneSuits none ->
          when.wanted().isEmpty() ? new Choice.Nothing() : several(clues, size);
    };
  }

  private static Choice several(OfferClues clues, int size) {
    return size < 2 ? new Choice.Nothing() : new Choice.Several(open(clues, size), false);
  }
}
