package fr.duret.permanence.planning;

import java.util.List;

/// A way to judge candidates; it leaves the board as it found it.
interface Score {

  /// The best of the candidates with their scores, in no order; those without hope are left out.
  List<Scored> of(List<Candidate> candidates);
}
