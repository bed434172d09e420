package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Heard;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Finding;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Option;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears which of the slots offered is taken.
///
/// - `chosen`: this one, surely
/// - `likely`: probably this one; to be said back before it is booked
/// - `several`: his words fit several; only these are offered again
/// - `other-hour`: the day of one of them, at another hour
/// - `other-period`: another time is wanted
/// - `other-site`: another of his places is meant
/// - `none-suits`: none of them, and he does not say when
/// - `which`: he agrees, and it is not told with which
/// - `past`: that one, which has begun by now
/// - `note`: nothing about the slots, but something for the visit (« le code est 12A34 »)
///
/// @param services knows who works for us
record SlotChoice(Services services) implements Recogniser {

  static final String CHOSEN = "chosen";
  static final String LIKELY = "likely";
  static final String OTHER_HOUR = "other-hour";

  @Override
  public String name() {
    return "slot-choice";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of(
        "chosen",
        LIKELY,
        "several",
        "which",
        "past",
        OTHER_HOUR,
        "other-period",
        "other-site",
        "none-suits",
        "note");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.SLOT, Vars.SLOTS, Vars.MEANT, Vars.LISTED, Vars.SITE, Vars.NOTE);
  }

  @Override
  public boolean asksBack() {
    return true;
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.offered(slots(variables).stream().map(SlotChoice::option).toList());
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (!hearing.asked()) {
      return Optional.empty();
    }
    Optional<String> place = OtherPlace.named(hearing);
    if (place.isPresent()) {
      return place.map(site -> Result.of("other-site").with(Vars.SITE, site));
    }
    List<Slot> slots = slots(hearing.variables());
    Understood meaning = hearing.heard().meaning();
    if (correctsMotive(hearing)) {
      return Optional.empty();
    }
    if (isMereStreet(meaning)) {
      return Optional.of(Result.of("note").with(Vars.NOTE, true));
    }
    Optional<Slot> thatDay = OtherHour.of(hearing, slots);
    if (thatDay.isPresent()) {
      return thatDay.map(slot -> Result.of(OTHER_HOUR).with(Vars.MEANT, slot.key()));
    }
    return switch (meaning.choice()) {
      case Choice.One one ->
          Optional.of(
              isAtAnotherHour(slots.get(one.option()), meaning)
                  ? Result.of("other-period")
                  : picked(slots, one, hearing));
      case Choice.Several several -> Optional.of(several(slots, several, meaning, hearing.now()));
      case Choice.NoneSuits none ->
          Optional.of(Result.of(wishes(none, meaning) ? "other-period" : "none-suits"));
      case Choice.NoSuchOption none -> Optional.empty();
      case Choice.Nothing nothing -> withoutChoice(slots, hearing);
    };
  }

  /// « 8 rue Carnot », which somebody gives sooner or later; « la 2, 8 rue Carnot » chooses.
  private static boolean isMereStreet(Understood meaning) {
    boolean chooses = !(meaning.choice() instanceof Choice.Nothing) || saysWhen(meaning);
    return !chooses
        && meaning.answer() == Answer.NONE
        && meaning.street().filter(found -> found.confidence() == Confidence.SURE).isPresent();
  }

  /// « Non, c'est pour une panne »: no slot of what was offered, and not none of them either.
  private static boolean correctsMotive(Hearing hearing) {
    Understood meaning = hearing.heard().meaning();
    boolean picks = meaning.choice() instanceof Choice.One || saysWhen(meaning);
    Object kind = hearing.variables().get(Vars.KIND);
    return !picks
        && !hearing.variables().containsKey(Vars.OLD)
        && meaning
            .motive()
            .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
            .filter(found -> !Services.kindOf(found.value()).equals(kind))
            .isPresent();
  }

  /// Whether he says when; « je travaille mardi et jeudi » names days, and wishes none of them.
  private static boolean wishes(Choice.NoneSuits none, Understood meaning) {
    return saysWhen(meaning) && (none.wish() || meaning.dates().best().wanted().isEmpty());
  }

  /// Words that only limit (« pas avant 10h ») ask for everything that is free within the limits,
  /// not for what happens to be on the list.
  private Result several(
      List<Slot> slots, Choice.Several several, Understood meaning, Instant now) {
    if (several.willing()) {
      return chosen(slots, several.options().getFirst(), now);
    }
    return saysWhen(meaning)
            && (!meaning.dates().best().namesDayOrMoment() || asksForOthers(slots, meaning))
        ? Result.of("other-period")
        : narrowed(several.options().stream().map(slots::get).toList());
  }

  /// « Plutôt mardi matin » is not the Tuesday afternoon that happens to be listed.
  private static boolean isAtAnotherHour(Slot slot, Understood meaning) {
    List<Wish> wanted = meaning.dates().best().wanted();
    return !wanted.isEmpty()
        && wanted.stream()
            .noneMatch(wish -> wish.isTimeOnly() || wish.time().suits(slot.from(), slot.to()));
  }

  /// « Demain pas avant 10h, mais pas le 25 »: what he wants is none of these, though all are left.
  private static boolean asksForOthers(List<Slot> slots, Understood meaning) {
    When when = meaning.dates().best();
    return !when.wanted().isEmpty()
        && slots.stream().noneMatch(slot -> when.matches(slot.day(), slot.from(), slot.to()));
  }

  /// « Le code est 12A34 », « avec Gaetan », « au 12 route de Thônes »; but a name or a commune
  /// corrects one given before.
  private boolean isNote(Hearing hearing) {
    Heard heard = hearing.heard();
    List<Finding<String>> communes = heard.meaning().communes();
    boolean street =
        !communes.isEmpty()
            && communes.stream().allMatch(found -> StreetNames.names(heard.text(), found));
    if (street) {
      return true;
    }
    boolean corrects = heard.meaning().name().isPresent() || !communes.isEmpty();
    return !corrects && (Notes.isNote(hearing) || services.namesTechnician(heard.text(), ""));
  }

  private Optional<Result> withoutChoice(List<Slot> slots, Hearing hearing) {
    Heard heard = hearing.heard();
    Understood meaning = heard.meaning();
    if (saysWhen(meaning)) {
      return Optional.of(Result.of("other-period"));
    }
    if (isNote(hearing)) {
      return Optional.of(Result.of("note").with(Vars.NOTE, true));
    }
    return switch (meaning.answer()) {
      case YES -> Optional.of(agreed(slots, hearing.now()));
      case NO -> Optional.of(Result.of("none-suits"));
      case RESERVED -> Optional.empty();
      case NONE ->
          meaning.means(Intent.ACCEPT, Confidence.LIKELY)
              ? Optional.of(agreed(slots, hearing.now()))
              : Optional.empty();
    };
  }

  private static boolean saysWhen(Understood meaning) {
    When when = meaning.dates().best();
    return !when.wanted().isEmpty() || !when.excluded().isEmpty() || when.mustAsk();
  }

  private Result agreed(List<Slot> slots, Instant now) {
    return slots.size() == 1 ? chosen(slots, 0, now) : Result.of("which");
  }

  private Result picked(List<Slot> slots, Choice.One one, Hearing hearing) {
    Result chosen = chosen(slots, one.option(), hearing.now());
    boolean sure = one.confidence() == Confidence.SURE && !hearing.doubtful();
    return sure || !chosen.outcome().equals(CHOSEN)
        ? chosen
        : Result.of(LIKELY).with(Vars.MEANT, slots.get(one.option()).key());
  }

  Result chosen(List<Slot> slots, int option, Instant now) {
    Slot slot = slots.get(option);
    LocalDateTime time = LocalDateTime.ofInstant(now, services.company().zone());
    return slot.day().atTime(slot.from()).isAfter(time)
        ? Result.of(CHOSEN)
            .with(Vars.SLOT, slot.key())
            .with(Vars.LISTED, slots.stream().map(Slot::key).toList())
        : Result.of("past");
  }

  private static Result narrowed(List<Slot> slots) {
    return Result.of("several").with(Vars.SLOTS, slots.stream().map(Slot::key).toList());
  }

  static Option option(Slot slot) {
    return new Option(slot.day(), slot.from(), slot.to());
  }

  static List<Slot> slots(Map<String, Object> variables) {
    return variables.get(Vars.SLOTS) instanceof List<?> keys
        ? keys.stream().map(key -> Slot.ofKey(key.toString())).toList()
        : List.of();
  }
}
