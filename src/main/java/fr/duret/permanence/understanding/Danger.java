package fr.duret.permanence.understanding;

import java.util.List;
import java.util.Map;

/// Judges whether a message tells of danger: the rules of `emergency.txt`, weighed with all its
/// words by what was learned from rows of several authors. A danger missed costs most, a question
/// too many little, and a needless alarm wakes somebody.
final class Danger {

  /// The labels learned, in their order.
  static final List<String> LABELS = List.of("ALARM", "ASK", "NONE");

  /// The rules hear no danger.
  static final int SILENCE = Traits.rule("no danger");

  /// A smaller chance that nothing is meant makes a question; docs/understanding.md tells how these
  /// were chosen.
  private static final float CALM = 0.75f;

  /// The same where the rules hear nothing: strange words alone are no danger.
  private static final float CALM_UNHEARD = 0.5f;

  /// The same for what answers a question of ours, which is hardly ever the place to tell of
  /// danger.
  private static final float CALM_ANSWER = 0.4f;

  private static final float ALARMING = 0.5f;

  /// The chance of danger for the alarm where the rules hear nothing.
  private static final float ALARMING_UNHEARD = 0.65f;

  /// In an answer to a question of ours, or beside calm words, where the rules hear nothing, nobody
  /// is woken unasked.
  private static final float NEVER = 2;

  private static final int ALARM = 0;
  private static final int NONE = 2;

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
  Emergency judge(
      Message message, Traits.Found found, List<Finding<String>> communes, boolean answers) {
    if (message.size() == 0) {
      return new Emergency.None();
    }
    List<Match> matches =
        rules.find(message).stream().filter(match -> !isPlace(message, match, communes)).toList();
    Emergency ruled = rules.judge(message, matches);
    float[] chances = weights.chances(found, traits(matches, ruled));
    boolean heard = !(ruled instanceof Emergency.None);
    String verdict =
        label(
            chances,
            heard ? CALM : answers ? CALM_ANSWER : CALM_UNHEARD,
            heard ? ALARMING : answers || calmed(matches) ? NEVER : ALARMING_UNHEARD);
    if (verdict.equals("NONE")) {
      return new Emergency.None();
    }
    int label = LABELS.indexOf(verdict);
    float[] said = weights.said(message.size(), found, label);
    String reason = because(ruled) + Weights.reason(message, said, chances[label]);
    Span span = span(message, ruled, said);
    Emergency.Kind kind = kind(message, ruled);
    return label == ALARM
        ? new Emergency.Alarm(kind, span, reason)
        : new Emergency.Ask(kind, span, reason);
  }

  private static boolean isPlace(Message message, Match match, List<Finding<String>> communes) {
    Span words = message.span(match.from(), match.to());
    return communes.stream()
        .filter(commune -> commune.confidence() == Confidence.SURE)
        .map(Finding::span)
        .anyMatch(name -> name.start() < words.start() && words.end() <= name.end());
  }

  /// « Plus de fumée, tout est rentré dans l'ordre »: denied and said to be well, by the rules' own
  /// words; the learned reader alone then asks, and wakes nobody.
  private static boolean calmed(List<Match> matches) {
    return labelled(matches, "DENIED") && labelled(matches, "CALM");
  }

  private static boolean labelled(List<Match> matches, String label) {
    return matches.stream().anyMatch(match -> match.label().equals(label));
  }

  /// What chances come to.
  ///
  /// @param calm the least chance that nothing is meant for no question to be asked
  /// @param alarming the least chance of danger for the alarm
  static String label(float[] chances, float calm, float alarming) {
    if (chances[NONE] >= calm) {
      return "NONE";
    }
    return chances[ALARM] >= alarming ? "ALARM" : "ASK";
  }

  /// What the rules found, as traits.
  static int[] traits(List<Match> matches, Emergency ruled) {
    String verdict =
        switch (ruled) {
          case Emergency.Alarm alarm -> "ALARM:" + alarm.kind();
          case Emergency.Ask ask -> "ASK:" + ask.kind();
          case Emergency.None() -> "";
        };
    List<String> labels = matches.stream().map(Match::label).distinct().toList();
    int[] traits = new int[labels.size() + 2];
    for (int i = 0; i < labels.size(); i++) {
      traits[i] = Traits.rule(labels.get(i));
    }
    int kind = verdict.indexOf(':');
    traits[labels.size()] = kind < 0 ? SILENCE : Traits.rule("verdict " + verdict);
    traits[labels.size() + 1] =
        kind < 0 ? SILENCE : Traits.rule("verdict " + verdict.substring(0, kind));
    return traits;
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
      for (Word word : message.words()) {
        if (traits.senses(word.text()).stream().anyMatch(senses::contains)) {
          return kind;
        }
      }
    }
    return Emergency.Kind.NO_POWER;
  }
}
