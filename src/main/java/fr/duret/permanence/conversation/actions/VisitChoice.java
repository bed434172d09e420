package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears which of the visits listed is meant: by its place or service, by its number or its rank in
/// the list, by its day or its hour. Those that the message had no room for may be named as well.
///
/// - `chosen`: this one
/// - `several`: a name that fits several of them
/// - `fewer`: a day or an hour that fits several of them; only these are listed again
record VisitChoice() implements Recogniser {

  private static final NamedChoice BY_NAME =
      new NamedChoice("visit-choice", Vars.VISITS, Vars.VISIT);

  @Override
  public String name() {
    return BY_NAME.name();
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("chosen", "several", "fewer");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.VISIT, Vars.VISITS, Vars.MORE);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.offered(lines(variables).stream().map(VisitChoice::window).toList());
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    List<?> lines = lines(hearing.variables());
    if (lines.isEmpty() || !hearing.asked()) {
      return Optional.empty();
    }
    Optional<Result> named = BY_NAME.byName(hearing, lines);
    return named.isPresent()
        ? named
        : switch (hearing.heard().meaning().choice()) {
          case Choice.One(var index, var confidence, var reason) ->
              Optional.of(NamedChoice.chosen(Vars.VISIT, lines.get(index)));
          case Choice.Several(var indices, var willing) ->
              willing || indices.size() == lines.size()
                  ? Optional.empty()
                  : Optional.of(
                      Result.of("fewer")
                          .with(Vars.VISITS, indices.stream().map(lines::get).toList())
                          .with(Vars.MORE, indices.size() > Visits.LISTED));
          case Choice.NoneSuits _, Choice.NoSuchOption _, Choice.Nothing _ -> Optional.empty();
        };
  }

  private static List<?> lines(Map<String, Object> variables) {
    return variables.get(Vars.VISITS) instanceof List<?> lines ? lines : List.of();
  }

  private static Option window(Object line) {
    return SlotChoice.option(Slot.ofKey(ListChoice.field(line, "slot").toString()));
  }
}
