package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Emergency;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sets the alarm off; asks nobody who he is before.
///
/// - `raised`
/// - `joined`: his alert looks for somebody already; whoever is called reads these words too
record RaiseAlarm(Alarms alarms) implements Action {

  @Override
  public String name() {
    return "raise-alarm";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("raised", "joined");
  }

  @Override
  public Result run(ActionContext context) {
    boolean began =
        alarms.raise(
            context.nextCause(),
            context.address(),
            context.person(),
            words(context),
            context.now());
    return Result.of(began ? "raised" : "joined");
  }

  /// What was said of the danger, its plainest words first, because a text message has room for
  /// little more; after our question, « oui » alone would tell the technician nothing.
  private static String words(ActionContext context) {
    String newest = context.heard().text();
    boolean plain = context.heard().meaning().emergency() instanceof Emergency.Alarm;
    Stream<String> said = context.said().stream();
    return (plain || context.said().isEmpty() ? Stream.concat(Stream.of(newest), said) : said)
        .distinct()
        .collect(Collectors.joining(" / "));
  }
}
