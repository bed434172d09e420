package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Confidence;
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

/// Hears what is said about a visit that has just been settled.
///
/// - `other`: another time is wanted after all (« non attendez, lundi plutôt »); « merci, à jeudi »
///   is none, nor is the very day that was settled
/// - `cancel`: it is not wanted any more
/// - `elsewhere`: a visit at another of his places is wanted too (« et pour le chalet aussi »)
/// - `note`: something for the visit (« le gardien vous ouvrira, code 12A34 »)
record Afterthought() implements Recogniser {

  /// What words about another time may be taken for; whatever wants something else goes where that
  /// is dealt with.
  private static final Set<Intent> MEANT =
      EnumSet.of(Intent.REFUSE, Intent.ANSWER, Intent.CHOOSE, Intent.MOVE, Intent.OTHER);

  @Override
  public String name() {
    return "afterthought";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("other", "cancel", "elsewhere", "note");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.PERIOD).withVisitPlanned();
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    Understood meaning = hearing.heard().meaning();
    When when = meaning.dates().best();
    boolean sameTime = when.wanted().isEmpty() || isSettled(hearing, when);
    if (meaning.means(Intent.CANCEL, Confidence.LIKELY)) {
      return sameTime ? Optional.of(Result.of("cancel")) : Optional.empty();
    }
    Optional<String> place = OtherPlace.named(hearing);
    if (place.isPresent() && meaning.intent() != Intent.MOVE) {
      return place.map(site -> Result.of("elsewhere").with(Vars.SITE, site));
    }
    if (isOtherTime(meaning, when, sameTime)) {
      return Optional.of(Result.of("other"));
    }
    return sameTime && Notes.isNote(hearing.heard())
        ? Optional.of(Result.of("note"))
        : Optional.empty();
  }

  private static boolean isOtherTime(Understood meaning, When when, boolean sameTime) {
    boolean moves = meaning.means(Intent.MOVE, Confidence.LIKELY);
    if (when.wanted().isEmpty()) {
      return moves && when.excluded().isEmpty();
    }
    boolean meant = MEANT.contains(meaning.intent()) && meaning.answer() != Answer.YES;
    return meant && (!sameTime || moves || meaning.answer() == Answer.NO);
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
