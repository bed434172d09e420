package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Context.Asked;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Tells, as learned from rows, whether a visit that is to be changed or just was should be what it
/// was before (« laissez tel quel », « remettez comme avant »). People say that in a hundred ways
/// that resemble other wishes (« remettez-le à jeudi », « gardez la 2 »).
final class Keeping {

  /// The labels learned, in their order.
  static final List<String> LABELS = List.of("KEEP", "OTHER");

  /// Where a change may be spoken of.
  private static final Set<Asked> SPOKEN_OF =
      EnumSet.of(Asked.OPTION, Asked.PERIOD, Asked.YES_NO, Asked.FREE);

  /// The chances from which it is meant, and surely.
  private static final float LIKELY = 0.5f;

  private static final float SURE = 0.9f;

  private static final int[] NO_RULES = {};

  private static final int MOST = 3;

  private final Weights weights;

  Keeping(Weights weights) {
    this.weights = weights;
  }

  /// The intents, with this one first if it is meant.
  List<Finding<Intent>> weigh(
      Message message, MessageTraits traits, Context context, List<Finding<Intent>> intents) {
    if (!context.visitPlanned() || !SPOKEN_OF.contains(context.asked()) || message.size() == 0) {
      return intents;
    }
    float chance = chance(traits);
    if (chance < LIKELY) {
      return intents;
    }
    List<Finding<Intent>> all = new ArrayList<>();
    all.add(
        new Finding<>(
            Intent.KEEP,
            chance >= SURE ? Confidence.SURE : Confidence.LIKELY,
            message.span(0, message.size()),
            "learned " + chance));
    intents.stream().limit(MOST - 1).map(Keeping::hint).forEach(all::add);
    return List.copyOf(all);
  }

  /// « Annulez le déplacement » does not cancel the visit, however surely it says so.
  private static Finding<Intent> hint(Finding<Intent> other) {
    return other.confidence() == Confidence.SURE
        ? new Finding<>(other.value(), Confidence.LIKELY, other.span(), other.reason())
        : other;
  }

  /// How likely it is.
  float chance(MessageTraits traits) {
    return weights.chances(traits, NO_RULES)[0];
  }
}
