package fr.duret.permanence.conversation.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One step of a flow.
public sealed interface Step {

  /// Its name in its flow.
  String name();

  /// Where it is written: file and line.
  String where();

  /// Everywhere it may lead to, in the order of the file.
  List<Next> ways();

  /// The templates it names.
  List<String> templates();

  /// A question.
  ///
  /// @param template what is asked
  /// @param prefill whether what was said earlier in the subject may answer it
  /// @param known variables that, once set, answer it, and where to go then
  /// @param choices the numbered answers
  /// @param accept what reads any other answer
  /// @param on intents that lead elsewhere from here
  /// @param rephrase what to say when first not understood
  /// @param options what to say when not understood again
  /// @param silence what happens without an answer; empty for the flow's own
  /// @param again where to go instead of asking the same once more after another matter
  record Ask(
      String name,
      String where,
      String template,
      boolean prefill,
      Map<String, Next> known,
      List<Choice> choices,
      Optional<Accept> accept,
      Map<String, Next> on,
      Optional<String> rephrase,
      Optional<String> options,
      Optional<Silence> silence,
      Optional<Next> again)
      implements Step {

    @Override
    public List<Next> ways() {
      return Stream.of(
              known.values(),
              choices.stream().map(Choice::next).toList(),
              accept.map(ear -> ear.outcomes().values()).orElse(List.of()),
              on.values(),
              silence.flatMap(Silence::next).stream().toList(),
              again.stream().toList())
          .flatMap(Collection::stream)
          .toList();
    }

    @Override
    public List<String> templates() {
      return Stream.of(
              Stream.of(template),
              rephrase.stream(),
              options.stream(),
              silence.flatMap(Silence::say).stream())
          .flatMap(all -> all)
          .toList();
    }
  }

  /// Something done.
  ///
  /// @param action the action's name
  /// @param parameters constants for it
  /// @param outcomes where each of its outcomes leads
  record Do(
      String name,
      String where,
      String action,
      Map<String, String> parameters,
      Map<String, Next> outcomes)
      implements Step {

    @Override
    public List<Next> ways() {
      return List.copyOf(outcomes.values());
    }

    @Override
    public List<String> templates() {
      return List.of();
    }
  }

  /// Something said.
  ///
  /// @param template what is said
  /// @param courtesy whether it is not missed, if the client writes again before it has left
  /// @param next what follows
  /// @param after if the subject ends here: what may still be said about it, and where that leads;
  ///   never asked, and no misunderstanding if something else is said
  record Say(
      String name,
      String where,
      String template,
      boolean courtesy,
      Optional<Next> next,
      Optional<Ask> after)
      implements Step {

    @Override
    public List<Next> ways() {
      return Stream.concat(next.stream(), after.stream().flatMap(ask -> ask.ways().stream()))
          .toList();
    }

    @Override
    public List<String> templates() {
      return List.of(template);
    }
  }

  /// A numbered answer.
  ///
  /// @param where file and line
  /// @param key what to answer, usually a digit
  /// @param words words that mean it as well
  /// @param set variables it sets
  /// @param next where it leads
  record Choice(String where, String key, List<String> words, Map<String, String> set, Next next) {}

  /// A recogniser at work.
  ///
  /// @param where file and line
  /// @param recogniser its name
  /// @param outcomes where each of its outcomes leads
  record Accept(String where, String recogniser, Map<String, Next> outcomes) {}
}
