package fr.duret.permanence.understanding;

import java.util.List;

/// What a message picks among the options of its [Context].
public sealed interface Choice {

  /// Exactly one option.
  ///
  /// @param option index in [Context#options()], from 0
  /// @param confidence how surely
  /// @param reason why, for logs
  record One(int option, Confidence confidence, String reason) implements Choice {}

  /// Any of these would do, or the words fit several: the first is the earliest. « 1 ou 3 », « les
  /// deux me vont », « jeudi » when two windows of Thursday were offered.
  ///
  /// @param options indices in [Context#options()], from 0, ascending, at least two
  /// @param willing whether the client said that any of them does (take the first), or only was not
  ///   precise (ask which)
  record Several(List<Integer> options, boolean willing) implements Choice {}

  /// None of the options suits.
  ///
  /// @param wish whether the message says what would suit, in its dates
  record NoneSuits(boolean wish) implements Choice {}

  /// A number was given that no option has.
  ///
  /// @param number as the client gave it
  record NoSuchOption(int number) implements Choice {}

  /// The message picks nothing.
  record Nothing() implements Choice {}
}
