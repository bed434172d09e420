package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Option;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.AnyDay;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.EveryWeekday;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Hears what is said about a visit that has just been settled. A question (« et quand passez-vous
/// au chalet ? ») is none of it: it is answered.
///
/// - `undo`: it should be as it was before (« remettez comme avant »)
/// - `pick`: another of the slots listed before is wanted (« en fait le dernier »)
/// - `other-hour`: the day of one of them, at another hour
/// - `other`: another time is wanted after all (« non attendez, lundi plutôt »); « merci, à jeudi »
///   is none, nor is the very day that was settled
/// - `cancel`: it is not wanted any more; nothing is said of another of his places
/// - `elsewhere`: a visit at another of his places is wanted too (« et pour le chalet aussi »)
/// - `note`: something for the visit (« le gardien vous ouvrira, code 12A34 »), or its street
record Afterthought() implements Recogniser {

  /// What words about another time may be taken for; whatever wants something else goes where that
  /// is dealt with.
  private static final Set<Intent> MEANT =
      EnumSet.of(Intent.REFUSE, Intent.ANSWER, Intent.CHOOSE, Intent.MOVE, Intent.OTHER);

  /// In longer texts « la 2 » may be anything.
  private static final int MOST_WORDS = 8;

  private static final Pattern DIGIT = Pattern.compile("\\d");

  @Override
  public String name() {
    return "afterthought";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("undo", "pick", SlotChoice.OTHER_HOUR, "other", "cancel", "elsewhere", "note");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SITE, Vars.PICK, Vars.MEANT, Vars.OLD);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.PERIOD).withVisitPlanned();
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    Understood meaning = hearing.heard().meaning();
    Understood alone = hearing.alone().meaning();
    When when = meaning.dates().best();
    boolean sameTime = when.wanted().isEmpty() || isSettled(hearing, when);
    if (meaning.means(Intent.KEEP, Confidence.LIKELY) && MoveChoice.isAsBefore(hearing)) {
      return Optional.of(Result.of("undo"));
    }
    Optional<String> place = OtherPlace.named(hearing);
    if (meaning.means(Intent.CANCEL, Confidence.LIKELY)) {
      return sameTime && place.isEmpty() ? Optional.of(Result.of("cancel")) : Optional.empty();
    }
    if (Notes.asks(alone) || alone.means(Intent.CANCEL, Confidence.SURE)) {
      return Optional.empty();
    }
    if (place.isPresent() && meaning.intent() != Intent.MOVE) {
      return place.map(site -> Result.of("elsewhere").with(Vars.SITE, site));
    }
    Optional<Slot> thatDay = OtherHour.of(hearing, listed(hearing));
    if (thatDay.isPresent()) {
      Result moved = Result.of(SlotChoice.OTHER_HOUR).with(Vars.MEANT, thatDay.get().key());
      return Optional.of(settled(moved, hearing));
    }
    Optional<Result> picked = picked(hearing, alone);
    if (picked.isPresent()) {
      return picked;
    }
    if (isOtherTime(meaning, when, sameTime)) {
      return Optional.of(Result.of("other"));
    }
    return sameTime && (Notes.isNote(hearing) || HearStreet.names(hearing.heard()))
        ? Optional.of(Result.of("note"))
        : Optional.empty();
  }

  /// Another one of the slots that were listed. What only resembles a pick (« sonnez au 3 ») must
  /// sound like another wish out of the blue as well, or deny the first one (« non la 2 »).
  private static Optional<Result> picked(Hearing hearing, Understood alone) {
    List<Slot> slots = listed(hearing);
    if (slots.isEmpty() || isLong(hearing)) {
      return Optional.empty();
    }
    List<Option> listed = slots.stream().map(SlotChoice::option).toList();
    Choice choice = hearing.against(Context.offered(listed)).meaning().choice();
    boolean wished =
        alone.answer() == Answer.NO
            || alone.means(Intent.MOVE, Confidence.LIKELY)
            || alone.means(Intent.CHOOSE, Confidence.LIKELY);
    return choice instanceof Choice.One(var index, var confidence, var reason)
            && (confidence == Confidence.SURE || wished)
            && !(isOf(hearing, slots.get(index).key()) && saysWhen(hearing))
        ? Optional.of(
            settled(Result.of("pick").with(Vars.PICK, Integer.toString(index + 1)), hearing))
        : Optional.empty();
  }

  private static boolean saysWhen(Hearing hearing) {
    return !hearing.heard().meaning().dates().best().wanted().isEmpty();
  }

  /// With the slot that the visit has, from which it would be moved.
  private static Result settled(Result result, Hearing hearing) {
    Object slot = hearing.variables().get(Vars.SLOT);
    return slot == null ? result : result.with(Vars.OLD, slot);
  }

  private static List<Slot> listed(Hearing hearing) {
    return hearing.variables().get(Vars.LISTED) instanceof List<?> keys
        ? keys.stream().map(key -> Slot.ofKey(key.toString())).toList()
        : List.of();
  }

  private static boolean isLong(Hearing hearing) {
    return Words.plain(hearing.heard().text()).strip().split(" ", -1).length > MOST_WORDS;
  }

  private static boolean isOf(Hearing hearing, Object key) {
    return key.equals(hearing.variables().get(Vars.SLOT));
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
    boolean dated = DIGIT.matcher(hearing.heard().text()).find();
    return Optional.ofNullable(hearing.variables().get(Vars.SLOT))
        .map(key -> Slot.ofKey(key.toString()))
        .filter(slot -> when.wanted().stream().allMatch(wish -> names(wish, slot, dated)))
        .isPresent();
  }

  /// « À jeudi » names the Thursday settled, though the next one is another; « le 9 » does not, if
  /// it is the 16th.
  private static boolean names(Wish wish, Slot slot, boolean dated) {
    return switch (wish.days()) {
      case DayRange(var from, var to) ->
          from != null
              && from.equals(to)
              && (dated
                  ? from.equals(slot.day())
                  : from.getDayOfWeek() == slot.day().getDayOfWeek());
      case EveryWeekday(var weekday) -> weekday == slot.day().getDayOfWeek();
      case AnyDay any -> false;
    };
  }
}
