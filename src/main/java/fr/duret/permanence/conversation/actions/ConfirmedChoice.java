package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.When;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Hears whether the slot that we said back is the one. Whatever else is said is heard as at the
/// offers themselves, which still stand.
///
/// - `chosen`: yes, or another one of them
/// - `refused`: no, and nothing else
/// - whatever else the offers' own recogniser hears
///
/// @param name the name flows use
/// @param offers hears an answer to the offers
/// @param slots takes a slot
record ConfirmedChoice(String name, Recogniser offers, SlotChoice slots) implements Recogniser {

  private static final String REFUSED = "refused";

  @Override
  public Set<String> outcomes() {
    return Stream.concat(offers.outcomes().stream(), Stream.of(REFUSED))
        .collect(Collectors.toSet());
  }

  @Override
  public Set<String> sets() {
    return offers.sets();
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return offers.context(variables);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (!hearing.asked()) {
      return Optional.empty();
    }
    Understood meaning = hearing.heard().meaning();
    When when = meaning.dates().best();
    boolean mere = !(meaning.choice() instanceof Choice.One) && when.isNone();
    if (mere && meaning.answer() == Answer.YES) {
      return Optional.of(taken(hearing, meant(hearing)));
    }
    if (mere && meaning.answer() == Answer.NO) {
      return Optional.of(Result.of(REFUSED));
    }
    return offers.hear(hearing).map(result -> settled(hearing, result));
  }

  /// « Non, la 3 », or the same one said again, needs no further question.
  private Result settled(Hearing hearing, Result result) {
    Object now = result.values().get(Vars.MEANT);
    boolean said = hearing.heard().meaning().answer() == Answer.NO || meant(hearing).equals(now);
    return result.outcome().equals(SlotChoice.LIKELY) && now != null && said
        ? taken(hearing, now)
        : result;
  }

  private Result taken(Hearing hearing, Object key) {
    List<Slot> offered = SlotChoice.slots(hearing.variables());
    return slots.chosen(offered, offered.indexOf(Slot.ofKey(key.toString())), hearing.now());
  }

  private static Object meant(Hearing hearing) {
    return hearing.variables().getOrDefault(Vars.MEANT, "");
  }
}
