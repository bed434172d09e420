package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears which of the slots offered for a move is taken, as [SlotChoice] does.
///
/// - `kept`: « ok c'est bon pour jeudi ? », said of the day on which the visit is already, means
///   the visit and not another hour of that day
record MoveChoice(SlotChoice choice) implements Recogniser {

  private static final String KEPT = "kept";

  private static final String QUESTION = "?";

  @Override
  public String name() {
    return "move-choice";
  }

  @Override
  public Set<String> outcomes() {
    Set<String> outcomes = new HashSet<>(choice.outcomes());
    outcomes.add(KEPT);
    return Set.copyOf(outcomes);
  }

  @Override
  public Set<String> sets() {
    return choice.sets();
  }

  @Override
  public boolean asksBack() {
    return choice.asksBack();
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return choice.context(variables);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    return hearing.asked() && meansVisit(hearing)
        ? Optional.of(Result.of(KEPT))
        : choice.hear(hearing);
  }

  private static boolean meansVisit(Hearing hearing) {
    boolean confirms =
        hearing.heard().meaning().answer() == Answer.YES
            || hearing.heard().text().contains(QUESTION);
    When when = hearing.heard().meaning().dates().best();
    return confirms
        && !when.wanted().isEmpty()
        && Optional.ofNullable(hearing.variables().get(Vars.OLD))
            .map(key -> Slot.ofKey(key.toString()))
            .filter(slot -> when.wanted().stream().allMatch(wish -> isDayOf(slot, wish)))
            .isPresent();
  }

  /// That day and no hour of it.
  private static boolean isDayOf(Slot slot, Wish wish) {
    return wish.time().from() == null
        && wish.time().to() == null
        && wish.days() instanceof DayRange(var from, var to)
        && slot.day().equals(from)
        && slot.day().equals(to);
  }
}
