package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Weighs what the rules hold a client to want with all the words of his message, as learned from
/// rows of several authors. Only where nothing was asked: what answers a question is told by the
/// question.
final class Wishes {

  /// Labels of the authors that stand for several intents, the likeliest first; others are ours.
  static final Map<String, List<Intent>> GROUPS =
      Map.of(
          "STATUS", List.of(Intent.VISIT_STATUS, Intent.WHAT_TIME, Intent.NO_SHOW),
          "QUOTE", List.of(Intent.QUOTE_REQUEST, Intent.PRICE_QUESTION, Intent.QUOTE_STATUS),
          "INVOICE", List.of(Intent.INVOICE_QUESTION),
          "DOCUMENT", List.of(Intent.DOCUMENT_REQUEST));

  /// What only an answer can be; the rows learned from answer nothing.
  private static final Set<Intent> ANSWERS =
      EnumSet.of(Intent.ACCEPT, Intent.REFUSE, Intent.CHOOSE, Intent.ANSWER);

  /// The chances from which a wish may be acted upon: alone, and with rules that are sure of it
  /// too.
  private static final float SURE = 0.95f;

  private static final float SURE_WITH_RULES = 0.85f;

  /// From here on the words outweigh rules that are sure of another wish; the findings of rules
  /// that are not sure are weighed already.
  private static final float OUTWEIGHS = 0.4f;

  /// From here on they outweigh what the rules take for an answer.
  private static final float NO_ANSWER = 0.8f;

  private static final float LIKELY = 0.5f;

  /// So few words are not sure by themselves.
  private static final int FEW_WORDS = 4;

  private static final int MOST = 3;

  private final Weights weights;

  Wishes(Weights weights) {
    this.weights = weights;
  }

  /// The readings, best first.
  ///
  /// @param ruled what the rules hold
  List<Finding<Intent>> weigh(
      Message message, MessageTraits traits, Context context, List<Finding<Intent>> ruled) {
    float[] chances = weights.chances(traits, join(told(context), found(ruled)));
    int best = best(chances);
    float chance = chances[best];
    Finding<Intent> rule = ruled.getFirst();
    List<Intent> meant = meant(weights.labels().get(best));
    if (meant.contains(rule.value())) {
      return led(agreed(rule, chance, meant.size() == 1 && message.size() > FEW_WORDS), ruled);
    }
    if (stands(rule, chance)) {
      return led(
          with(rule, rule.confidence() == Confidence.SURE ? Confidence.LIKELY : rule.confidence()),
          ruled);
    }
    String reason = Weights.reason(message, weights.said(traits, best), chance);
    Confidence confidence = chance >= LIKELY ? Confidence.LIKELY : Confidence.UNSURE;
    Intent intent =
        ruled.stream()
            .map(Finding::value)
            .filter(meant::contains)
            .findFirst()
            .orElse(meant.getFirst());
    return led(new Finding<>(intent, confidence, message.span(0, message.size()), reason), ruled);
  }

  /// The place of the best chance.
  static int best(float[] chances) {
    int best = 0;
    for (int i = 1; i < chances.length; i++) {
      best = chances[i] > chances[best] ? i : best;
    }
    return best;
  }

  /// Whether the rules are right against the words: what only an answer can be, or sharp turns of
  /// phrase against weak words.
  private boolean stands(Finding<Intent> rule, float chance) {
    if (ANSWERS.contains(rule.value())) {
      return chance < NO_ANSWER;
    }
    return rule.confidence() == Confidence.SURE && chance < OUTWEIGHS;
  }

  /// Where rules and words agree.
  ///
  /// @param only whether the words mean just that intent, not one of several of which the rules
  ///   chose, and are more than « jeudi ou vendredi »
  private static Finding<Intent> agreed(Finding<Intent> rule, float chance, boolean only) {
    boolean sure =
        (only && chance >= SURE)
            || (rule.confidence() == Confidence.SURE && chance >= SURE_WITH_RULES);
    boolean likely = chance >= LIKELY || rule.confidence() != Confidence.UNSURE;
    return with(rule, sure ? Confidence.SURE : likely ? Confidence.LIKELY : Confidence.UNSURE);
  }

  private static Finding<Intent> with(Finding<Intent> found, Confidence confidence) {
    return new Finding<>(found.value(), confidence, found.span(), found.reason());
  }

  /// Puts a reading before the others, which are no more than hints then.
  private static List<Finding<Intent>> led(Finding<Intent> first, List<Finding<Intent>> ruled) {
    List<Finding<Intent>> all = new ArrayList<>();
    all.add(first);
    for (Finding<Intent> other : ruled) {
      if (other.value() != first.value() && all.size() < MOST) {
        all.add(other.confidence() == Confidence.SURE ? with(other, Confidence.LIKELY) : other);
      }
    }
    return List.copyOf(all);
  }

  /// The intents that a label stands for.
  static List<Intent> meant(String label) {
    List<Intent> group = GROUPS.get(label);
    return group == null ? List.of(Intent.valueOf(label)) : group;
  }

  /// The label that stands for an intent.
  static String label(Intent intent) {
    return GROUPS.entrySet().stream()
        .filter(group -> group.getValue().contains(intent))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(intent.name());
  }

  /// What is known beside the message, as traits.
  static int[] told(Context context) {
    return new int[] {Traits.rule(context.visitPlanned() ? "visit" : "no visit")};
  }

  /// What the rules hold, as traits.
  static int[] found(List<Finding<Intent>> ruled) {
    int[] traits = new int[ruled.size() + 2];
    Finding<Intent> best = ruled.getFirst();
    traits[0] = Traits.rule("best " + best.value());
    traits[1] = Traits.rule("best " + best.value() + " " + best.confidence());
    for (int i = 0; i < ruled.size(); i++) {
      traits[i + 2] = Traits.rule("among " + ruled.get(i).value());
    }
    return traits;
  }

  /// One after the other.
  static int[] join(int[] one, int[] other) {
    int[] both = java.util.Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }
}
