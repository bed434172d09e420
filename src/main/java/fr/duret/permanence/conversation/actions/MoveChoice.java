package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.AnyDay;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.EveryWeekday;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears which of the slots offered for a move is taken, as [SlotChoice] does.
///
/// - `kept`: « laissez tel quel »; « ok c'est bon pour jeudi ? », said of the day on which the
///   visit is already, means the visit and not another hour of that day
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
    return hearing.asked() && (leaves(hearing) || meansVisit(hearing))
        ? Optional.of(Result.of(KEPT))
        : choice.hear(hearing);
  }

  /// « Laissez tel quel », « gardons jeudi »; « on garde la 2 » takes one of the slots.
  private static boolean leaves(Hearing hearing) {
    Understood meaning = hearing.heard().meaning();
    List<Wish> wanted = meaning.dates().best().wanted();
    boolean named = !wanted.isEmpty() && isDayOfVisit(hearing, wanted);
    return meaning.means(Intent.KEEP, Confidence.LIKELY)
        && (named || (wanted.isEmpty() && !(meaning.choice() instanceof Choice.One)));
  }

  private static boolean meansVisit(Hearing hearing) {
    boolean confirms =
        hearing.heard().meaning().answer() == Answer.YES
            || hearing.heard().text().contains(QUESTION);
    When when = hearing.heard().meaning().dates().best();
    return confirms && !when.wanted().isEmpty() && isDayOfVisit(hearing, when.wanted());
  }

  /// Whether no day is named, or that on which the visit was.
  static boolean isAsBefore(Hearing hearing) {
    List<Wish> wanted = hearing.heard().meaning().dates().best().wanted();
    return wanted.isEmpty() || isDayOfVisit(hearing, wanted);
  }

  private static boolean isDayOfVisit(Hearing hearing, List<Wish> wanted) {
    return Optional.ofNullable(hearing.variables().get(Vars.OLD))
        .map(key -> Slot.ofKey(key.toString()))
        .filter(slot -> wanted.stream().allMatch(wish -> isDayOf(slot, wish)))
        .isPresent();
  }

  /// That day and no hour of it.
  private static boolean isDayOf(Slot slot, Wish wish) {
    boolean whole = wish.time().from() == null && wish.time().to() == null;
    return whole
        && switch (wish.days()) {
          case DayRange(var from, var to) -> slot.day().equals(from) && slot.day().equals(to);
          case EveryWeekday(var weekday) -> slot.day().getDayOfWeek() == weekday;
          case AnyDay any -> false;
        };
  }
}
