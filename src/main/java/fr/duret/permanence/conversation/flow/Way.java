package fr.duret.permanence.conversation.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A way out of a step with the reason for taking it, as a drawing shows it.
///
/// @param label a choice's key, an outcome, an intent; empty if there is only one way
/// @param next where it leads
record Way(String label, Next next) {

  static List<Way> of(Flow flow, Step step) {
    return switch (step) {
      case Step.Ask ask -> ofQuestion(flow, ask);
      case Step.Do action -> all("", action.outcomes());
      case Step.Say say -> ofSaying(say);
    };
  }

  private static List<Way> ofSaying(Step.Say say) {
    List<Way> ways = new ArrayList<>();
    say.next().ifPresent(next -> ways.add(new Way("", next)));
    say.after()
        .ifPresent(after -> {
          ways.addAll(ofChoices("after: ", after));
          after.accept().ifPresent(accept -> ways.addAll(all("after: ", accept.outcomes())));
        });
    return ways;
  }

  private static List<Way> ofChoices(String prefix, Step.Ask ask) {
    return ask.choices().stream()
        .map(choice -> {
          String words = choice.words().isEmpty() ? "" : " " + choice.words().getFirst();
          return new Way(prefix + (choice.key() + words).strip(), choice.next());
        })
        .toList();
  }

  private static List<Way> ofQuestion(Flow flow, Step.Ask ask) {
    List<Way> ways = new ArrayList<>(ofChoices("", ask));
    ask.accept().ifPresent(accept -> ways.addAll(all("", accept.outcomes())));
    ways.addAll(all("known: ", ask.known()));
    ways.addAll(all("on: ", ask.on()));
    ask.silence()
        .or(() -> Optional.of(flow.silence()))
        .flatMap(Silence::next)
        .ifPresent(next -> ways.add(new Way("silence", next)));
    return ways;
  }

  private static List<Way> all(String prefix, Map<String, Next> ways) {
    return ways.entrySet().stream()
        .map(way -> new Way(prefix + way.getKey(), way.getValue()))
        .toList();
  }
}
