package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.AnyDay;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.EveryWeekday;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether what is said of time is no wish at all: a promise is moved only for another day or hour
/// than it has. With lists of words: `moving` (another time is wanted, even of the same day),
/// `keeping` (« gardez »), `instead` (« plutôt »), `beside` (« je dois partir à 16h », « mon
/// adresse est maintenant … »).
///
/// - `own`: the day of one of his visits, and no other hour: he keeps it (« à jeudi », « gardez
///   lundi »)
/// - `note`: something about the visit or himself that has a time in it
/// - `none`: neither; with `strict: "yes"` also unless words of `keeping` were said
record OwnTime(Booking booking, Visits visits) implements Action {

  private static final String MOVING = "moving";
  private static final String KEEPING = "keeping";
  private static final String INSTEAD = "instead";
  private static final String BESIDE = "beside";
  private static final String STRICT = "strict";

  /// A figure that is no hour.
  private static final Pattern DATE = Pattern.compile("(?<![hH:\\d])\\d+(?!\\d|\\s*[hH:])");

  @Override
  public String name() {
    return "own-time";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("own", "note", "none");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(MOVING, KEEPING, INSTEAD, BESIDE, STRICT);
  }

  @Override
  public Set<String> sets() {
    Set<String> sets = new HashSet<>(Visits.SET);
    sets.add(Vars.OLD);
    return Set.copyOf(sets);
  }

  @Override
  public Result run(ActionContext context) {
    if (Says.saysAny(context, MOVING)) {
      return Result.of("none");
    }
    if (Says.saysAny(context, BESIDE)) {
      return Result.of("note");
    }
    return own(context)
        .map(visit -> visits.into(Result.of("own"), visit).with(Vars.OLD, visit.slot().key()))
        .orElseGet(() -> Result.of("none"));
  }

  private Optional<Visit> own(ActionContext context) {
    boolean keeps = Says.saysAny(context, KEEPING);
    Understood meaning = context.heard().meaning();
    When when = meaning.dates().best();
    if (when.wanted().isEmpty()
        || !when.excluded().isEmpty()
        || gives(meaning)
        || (!keeps && (isStrict(context) || isDoubtful(context, meaning)))) {
      return Optional.empty();
    }
    boolean exactly = DATE.matcher(context.heard().text()).find() || Says.saysAny(context, INSTEAD);
    return only(ahead(context), when, true)
        .or(() -> exactly ? Optional.empty() : only(ahead(context), when, false));
  }

  private static Optional<Visit> only(List<Visit> ahead, When when, boolean exactly) {
    List<Visit> meant = ahead.stream().filter(visit -> isOf(visit.slot(), when, exactly)).toList();
    return meant.size() == 1 ? Optional.of(meant.getFirst()) : Optional.empty();
  }

  private static boolean isStrict(ActionContext context) {
    return context.parameters().containsKey(STRICT);
  }

  /// « Et demain ? » asks, « non lundi » corrects.
  private static boolean isDoubtful(ActionContext context, Understood meaning) {
    return meaning.answer() == Answer.NO || context.heard().text().contains("?");
  }

  /// What he cannot keep or does not want.
  private static boolean gives(Understood meaning) {
    return meaning.means(Intent.CANCEL, Confidence.LIKELY)
        || meaning.means(Intent.ABSENT, Confidence.LIKELY);
  }

  private List<Visit> ahead(ActionContext context) {
    return context
        .person()
        .filter(_ -> context.level().allows(Level.NUMBER))
        .map(person -> OnFile.upcoming(person, context, booking))
        .orElse(List.of());
  }

  private static boolean isOf(Slot slot, When when, boolean exactly) {
    return when.wanted().stream()
        .allMatch(wish -> isOn(wish, slot, exactly) && wish.time().suits(slot.from(), slot.to()));
  }

  /// « À jeudi » is said of the Thursday of the visit, though the next one is another; « plutôt
  /// jeudi » and « le 9 » are of the next one.
  private static boolean isOn(Wish wish, Slot slot, boolean exactly) {
    return switch (wish.days()) {
      case DayRange(var from, var to) ->
          from != null
              && from.equals(to)
              && (exactly
                  ? from.equals(slot.day())
                  : from.getDayOfWeek() == slot.day().getDayOfWeek());
      case EveryWeekday(var weekday) -> weekday == slot.day().getDayOfWeek();
      case AnyDay any -> false;
    };
  }
}
