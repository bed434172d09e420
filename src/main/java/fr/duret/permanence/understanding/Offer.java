package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.Reading;
import fr.duret.permanence.understanding.dates.When;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// The options offered, beside what an answer says: what all ways of choosing share.
final class Offer {

  /// In an answer of so few words a day is one of those offered, however it was read.
  static final int FEW_WORDS = 4;

  private final Message message;
  private final Matches matches;
  private final Answer answer;
  private final When when;
  private final boolean plain;
  private final List<Option> options;

  Offer(Message message, Matches matches, Answer answer, Reading dates, List<Option> options) {
    this.message = message;
    this.matches = matches;
    this.answer = answer;
    this.when = dates.best();
    this.plain = dates.isSure() || message.size() <= FEW_WORDS;
    this.options = options;
  }

  Message message() {
    return message;
  }

  Matches matches() {
    return matches;
  }

  Answer answer() {
    return answer;
  }

  /// What the answer says about time.
  When when() {
    return when;
  }

  /// Whether what it says about time may be taken as it is.
  boolean isPlain() {
    return plain;
  }

  int size() {
    return options.size();
  }

  Option option(int index) {
    return options.get(index);
  }

  boolean says(String label) {
    return matches.says(label);
  }

  /// The places of the options of which that holds.
  List<Integer> those(Predicate<Option> holds) {
    List<Integer> found = new ArrayList<>(options.size());
    for (int i = 0; i < options.size(); i++) {
      if (holds.test(options.get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  /// Whether the weekday of an option is said.
  boolean isDaySaid(Option option) {
    return says("DAY:" + option.day().getDayOfWeek().getValue());
  }

  /// Whether an option is wanted, or would be, and not excluded.
  boolean fits(Option option) {
    return when.matches(option.day(), option.from(), option.to());
  }

  /// That option; only likely if the answer doubts it.
  Choice.One one(int index, Confidence confidence, String reason) {
    boolean reserved = answer == Answer.RESERVED || says("DOUBT") || says("LATER");
    return new Choice.One(
        index, reserved && confidence == Confidence.SURE ? Confidence.LIKELY : confidence, reason);
  }

  /// The only one of these, or the question which.
  Choice among(List<Integer> left, Confidence confidence, String reason) {
    if (left.isEmpty()) {
      return noneSuits();
    }
    return left.size() == 1
        ? one(left.getFirst(), confidence, reason)
        : new Choice.Several(left, false);
  }

  /// None of them.
  Choice noneSuits() {
    return new Choice.NoneSuits(!when.wanted().isEmpty());
  }

  /// All of them.
  ///
  /// @param willing whether any will do
  Choice all(boolean willing) {
    return new Choice.Several(those(option -> true), willing);
  }
}
