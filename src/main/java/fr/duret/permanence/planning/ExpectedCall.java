package fr.duret.permanence.planning;

import fr.duret.permanence.planning.Demand.PastCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An imagined call, with the cheapest places for it on the untouched board, one a round. When it
/// is its turn, only the few rounds changed since need to be looked at again: that makes a choice
/// of offers some ten times faster.
final class ExpectedCall {

  private final Work work;
  private final List<Window> windows;
  private final int first;
  private final int last;
  private final List<Spot> spots;

  /// Finds the places.
  ///
  /// @param day on which it comes, so many days after the first of the board
  /// @param most more than the rounds that may be changed before its turn
  ExpectedCall(PastCall call, int day, Seat[][] seats, int most) {
    work = call.work();
    windows = call.windows();
    first = day + call.first() - 1;
    last = Math.min(day + call.last(), seats.length) - 1;
    List<Spot> all = new ArrayList<>();
    for (int d = first; d <= last; d++) {
      for (Seat seat : seats[d]) {
        Spot spot = cheapest(seat);
        if (spot != null) {
          all.add(spot);
        }
      }
    }
    all.sort(Comparator.comparingInt(Spot::driving));
    spots = List.copyOf(all.subList(0, Math.min(most, all.size())));
  }

  /// The cheapest place when these rounds, and no others, have changed.
  @Nullable Spot cheapest(List<Seat> changed) {
    Spot best = untouched();
    for (Seat seat : changed) {
      Spot spot = first <= seat.day() && seat.day() <= last ? cheapest(seat) : null;
      if (spot != null && (best == null || spot.driving() < best.driving())) {
        best = spot;
      }
    }
    return best;
  }

  private @Nullable Spot untouched() {
    for (Spot spot : spots) {
      if (!spot.seat().taken()) {
        return spot;
      }
    }
    return null;
  }

  private @Nullable Spot cheapest(Seat seat) {
    Round round = seat.round();
    if (!round.crew().can(work)) {
      return null;
    }
    Best best = new Best();
    Window chosen = null;
    for (Window window : windows) {
      int before = best.cost();
      round.cheapest(work, window, best);
      chosen = best.cost() < before ? window : chosen;
    }
    return chosen == null ? null : new Spot(seat, best.entry(), Stop.of(work, chosen), best.cost());
  }
}
