package fr.duret.permanence.conversation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// One matter being talked about: what it began with, what was said and understood since, and the
/// question that waits for an answer. Mutable; belongs to one turn at a time.
final class Subject {

  /// More texts than any sensible matter takes; the last place then goes to the newest.
  private static final int MOST_TEXTS = 30;

  /// As much of a text as `understanding` reads.
  private static final int MOST_CHARACTERS = 2_000;

  /// In place of an intent: we asked first.
  static final String OURS = "ours";

  /// What it began with: an intent in kebab case, or [#OURS]; empty before anything was said.
  final String intent;

  final Map<String, Object> variables = new HashMap<>();
  final List<String> said = new ArrayList<>();

  /// The questions answered, oldest first, each with the index in [#said] of the text that did.
  final SequencedMap<String, Integer> answers = new LinkedHashMap<>();

  Optional<Position> at = Optional.empty();

  /// What was said last before the subject was closed, if more may be said about it.
  Optional<Position> after = Optional.empty();

  /// How often in a row the answer was not understood.
  int misses;

  /// Whether a person has spoken since the question was asked: a bare « la 1 » may mean his words.
  boolean spokenOver;

  Subject(String intent) {
    this.intent = intent;
  }

  void said(String text) {
    if (said.size() == MOST_TEXTS) {
      said.removeLast();
    }
    said.add(cut(text));
  }

  private static String cut(String text) {
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }

  /// Takes the newest text back: it turned out to be about something else.
  void unsay(String text) {
    if (!said.isEmpty() && said.getLast().equals(cut(text))) {
      said.removeLast();
    }
  }

  void answered(String step, int text) {
    answers.remove(step);
    answers.put(step, text);
    misses = 0;
  }
}
