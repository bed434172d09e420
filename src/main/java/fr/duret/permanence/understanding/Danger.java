package fr.duret.permanence.understanding;

import java.util.List;
import java.util.Map;

/// Judges whether a message tells of danger: the rules of `emergency.txt`, weighed with all its
/// words by what was learned from rows of several authors. A danger missed costs most, a question
/// too many little, and a needless alarm wakes somebody.
final class Danger {

  /// The labels learned, in their order.
  static final List<String> LABELS = List.of("ALARM", "ASK", "NONE");

  private static final String NO_DANGER = "no danger";

  /// The rules hear no danger.
  static final int SILENCE = Traits.rule(NO_DANGER);

  private static final int ALARM = 0;

  /// What a danger is that only the learned reader heard: by what its words are about, the gravest
  /// first.
  private static final Map<Emergency.Kind, List<String>> SENSES =
      Map.of(
          Emergency.Kind.INJURY, List.of("SHOCK", "HURT", "BODY"),
          Emergency.Kind.FIRE, List.of("FIRE", "SMOKE"),
          Emergency.Kind.BURNING_SMELL, List.of("SMELL", "BURN", "HOT"),
          Emergency.Kind.SPARKS, List.of("SPARK", "NOISE"),
          Emergency.Kind.WATER_OR_BARE_WIRES, List.of("WATER", "BARE"));

  private final Emergencies rules;
  private final Traits traits;
  private final Weights weights;

  Danger(Emergencies rules, Traits traits, Weights weights) {
    this.rules = rules;
    this.traits = traits;
    this.weights = weights;
  }

  /// The verdict on a message.
  ///
  /// @param communes those named: « Val-d'Arc » tells of no sparks
  /// @param answers whether it answers a question of ours
  /// @param language only French was learned from
  Emergency judge(
      Message message,
      MessageTraits found,
      List<Finding<String>> communes,
      boolean answers,
      Language language) {
    if (message.size() == 0) {
      return new Emergency.None();
    }
    List<Match> matches =
        rules.find(message).stream().filter(match -> !isPlace(message, match, communes)).toList();
    Emergency ruled = rules.judge(message, matches);
    float[] chances = weights.chances(found, traits(matches, ruled));
    String verdict = Hearing.of(ruled, answers, calmed(matches)).label(chances);
    boolean strange = language != Language.FRENCH && ruled instanceof Emergency.None;
    if (verdict.equals("NONE") || (strange && doubtsWithoutCause(message, verdict))) {
      return new Emergency.None();
    }
    int label = LABELS.indexOf(verdict);
    float[] said = weights.said(found, label);
    String reason = because(ruled) + Weights.reason(message, said, chances[label]);
    Span span = span(message, ruled, said);
    Emergency.Kind kind = kind(message, ruled);
    return label == ALARM
        ? new Emergency.Alarm(kind, span, reason)
        : new Emergency.Ask(kind, span, reason);
  }

  /// « Hello, I want an appointment » holds nothing known, which is no reason to fear.
  private boolean doubtsWithoutCause(Message message, String verdict) {
    return verdict.equals("ASK") && heard(message) == Emergency.Kind.NO_POWER;
  }

  private static boolean isPlace(Message message, Match match, List<Finding<String>> communes) {
    Span words = message.span(match.from(), match.to());
    return communes.stream()
        .filter(commune -> commune.confidence() == Confidence.SURE)
        .map(Finding::span)
        .anyMatch(name -> name.start() < words.start() && words.end() <= name.end());
  }

  private static boolean calmed(List<Match> matches) {
    return labelled(matches, "DENIED") && labelled(matches, "CALM");
  }

  private static boolean labelled(List<Match> matches, String label) {
    return matches.stream().anyMatch(match -> match.label().equals(label));
  }

  /// What the rules found, as traits, each once, as they are learned.
  static int[] traits(List<Match> matches, Emergency ruled) {
    Clues clues = new Clues("");
    for (Match match : matches) {
      clues.say(match.label()).end();
    }
    switch (ruled) {
      case Emergency.Alarm alarm -> verdict("ALARM", alarm.kind(), clues);
      case Emergency.Ask ask -> verdict("ASK", ask.kind(), clues);
      case Emergency.None() -> clues.say(NO_DANGER).end();
    }
    return clues.traits();
  }

  private static void verdict(String verdict, Emergency.Kind kind, Clues clues) {
    clues.say("verdict ").say(verdict).say(":").say(kind).end();
    clues.say("verdict ").say(verdict).end();
  }

  private static String because(Emergency ruled) {
    return switch (ruled) {
      case Emergency.Alarm alarm -> alarm.reason() + "; ";
      case Emergency.Ask ask -> ask.reason() + "; ";
      case Emergency.None() -> "";
    };
  }

  private static Span span(Message message, Emergency ruled, float[] said) {
    return switch (ruled) {
      case Emergency.Alarm alarm -> alarm.span();
      case Emergency.Ask ask -> ask.span();
      case Emergency.None() -> {
        int most = 0;
        for (int i = 1; i < said.length; i++) {
          most = said[i] > said[most] ? i : most;
        }
        yield message.span(most, most + 1);
      }
    };
  }

  private Emergency.Kind kind(Message message, Emergency ruled) {
    return switch (ruled) {
      case Emergency.Alarm alarm -> alarm.kind();
      case Emergency.Ask ask -> ask.kind();
      case Emergency.None() -> heard(message);
    };
  }

  private Emergency.Kind heard(Message message) {
    for (Emergency.Kind kind : Emergency.Kind.values()) {
      List<String> senses = SENSES.getOrDefault(kind, List.of());
      for (Entry word : message.entries()) {
        if (traits.senses(word.traits()).stream().anyMatch(senses::contains)) {
          return kind;
        }
      }
    }
    return Emergency.Kind.NO_POWER;
  }
}
