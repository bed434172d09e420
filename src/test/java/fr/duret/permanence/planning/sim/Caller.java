package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.Work;

/// Somebody who calls for a visit. A mask has a bit for each window of [Slot#WINDOWS].
///
/// @param work what and where
/// @param kind the sort of visit
/// @param calls the day of the call
/// @param first the first day that suits
/// @param last the last day that suits
/// @param saysFirst whether the wishes are said before the first offers
/// @param wishes by day, the windows that suit in principle
/// @param free by day, those really free in the client's diary: never told, only shown by refusing
/// @param taste by day and window, how much it is liked
@SuppressWarnings("ArrayRecordComponent")
record Caller(
    Work work,
    Kind kind,
    int calls,
    int first,
    int last,
    boolean saysFirst,
    int[] wishes,
    int[] free,
    double[][] taste) {

  /// The sorts of visit, with how soon each is wanted.
  enum Kind {
    REPAIR(1, 3),
    JOB(1, 10),
    CONTRACT(2, 15);

    final int soonest;
    final int latest;

    Kind(int soonest, int latest) {
      this.soonest = soonest;
      this.latest = latest;
    }
  }
}
