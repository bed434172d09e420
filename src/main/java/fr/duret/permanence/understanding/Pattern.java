package fr.duret.permanence.understanding;

import java.util.List;

/// A sequence of words looked for in messages, as a line of a vocabulary file says it.
///
/// @param label under which heading it stands
/// @param weight how much it tells
/// @param line the line, for the reason given with a finding
/// @param opening whether it must begin a clause
/// @param steps what follows; the first is a word that must be there
record Pattern(String label, int weight, String line, boolean opening, List<Step> steps) {

  /// One element of the sequence.
  sealed interface Step {

    /// One word of a set.
    ///
    /// @param set number of the set in its [Patterns]
    /// @param needed whether it must be there
    record OneOf(int set, boolean needed) implements Step {}

    /// Any words of the same sentence, as few as possible.
    ///
    /// @param most how many at most
    record Gap(int most) implements Step {}

    /// The end of a clause.
    record Close() implements Step {}
  }
}
