package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.dates.Reading;
import fr.duret.permanence.understanding.dates.Span;
import fr.duret.permanence.understanding.dates.When;
import java.util.List;
import java.util.Optional;

/// « La 3 mais le matin », « la deuxième mais à 11h »: the day of one of the slots listed, at an
/// hour that is not the slot's.
final class OtherHour {

  private OtherHour() {}

  /// The slot whose day is meant; empty if only a slot is named, or only an hour.
  static Optional<Slot> of(Hearing hearing, List<Slot> slots) {
    Reading dates = hearing.heard().meaning().dates();
    return slots.size() > 1 && dates.best().isTimeOnly()
        ? numbered(hearing, slots, dates).filter(slot -> !suits(dates.best(), slot))
        : Optional.empty();
  }

  private static boolean suits(When when, Slot slot) {
    return when.wanted().stream().anyMatch(wish -> wish.time().suits(slot.from(), slot.to()));
  }

  /// What the words around the hour pick.
  private static Optional<Slot> numbered(Hearing hearing, List<Slot> slots, Reading dates) {
    StringBuilder rest = new StringBuilder(hearing.heard().text());
    for (Span span : dates.hypotheses().getFirst().spans().reversed()) {
      rest.replace(span.start(), span.end(), " ");
    }
    Context offered = Context.offered(slots.stream().map(SlotChoice::option).toList());
    Choice choice = hearing.reader().read(rest.toString(), offered).meaning().choice();
    return choice instanceof Choice.One one
        ? Optional.of(slots.get(one.option()))
        : Optional.empty();
  }
}
