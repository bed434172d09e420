package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.AnyDay;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.EveryWeekday;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears, when a visit has just been settled, that another time is wanted after all (« non
/// attendez, lundi plutôt »). « Merci, à jeudi » is none, nor is the very day that was settled.
record AnotherTime() implements Recogniser {

  /// What such words may be taken for; whatever wants something else goes where that is dealt with.
  private static final Set<Intent> MEANT =
      EnumSet.of(Intent.REFUSE, Intent.ANSWER, Intent.CHOOSE, Intent.MOVE, Intent.OTHER);

  @Override
  public String name() {
    return "another-time";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("other");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.PERIOD).withVisitPlanned();
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    Understood meaning = hearing.heard().meaning();
    When when = meaning.dates().best();
    boolean meant = MEANT.contains(meaning.intent()) && meaning.answer() != Answer.YES;
    return meant && !when.wanted().isEmpty() && !(isSettled(hearing, when) && !refuses(meaning))
        ? Optional.of(Result.of("other"))
        : Optional.empty();
  }

  private static boolean refuses(Understood meaning) {
    return meaning.answer() == Answer.NO || meaning.intent() == Intent.MOVE;
  }

  private static boolean isSettled(Hearing hearing, When when) {
    return Optional.ofNullable(hearing.variables().get(Vars.SLOT))
        .map(key -> Slot.ofKey(key.toString()))
        .filter(slot -> when.wanted().stream().allMatch(wish -> names(wish, slot)))
        .isPresent();
  }

  /// « À jeudi » names the Thursday settled, though the next one is another.
  private static boolean names(Wish wish, Slot slot) {
    return switch (wish.days()) {
      case DayRange(var from, var to) ->
          from != null && from.equals(to) && from.getDayOfWeek() == slot.day().getDayOfWeek();
      case EveryWeekday(var weekday) -> weekday == slot.day().getDayOfWeek();
      case AnyDay any -> false;
    };
  }
}
