package fr.duret.permanence.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds every window in which work fits, with promises and holds kept.
final class Candidates {

  private final Board board;
  private final Work work;

  Candidates(Board board, Work work) {
    this.board = board;
    this.work = work;
  }

  /// Those of a request that its wish does not exclude, in order of time.
  List<Candidate> of(List<DayPlan> days, OfferRequest request) {
    List<Candidate> found = new ArrayList<>();
    for (int day = 0; day < board.days(); day++) {
      LocalDate date = days.get(day).date();
      for (Window window : request.windows()) {
        int distance = request.wish().distance(date, window);
        if (distance != Wish.NEVER) {
          in(day, window, distance).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  /// The cheapest place in one window of one day.
  Optional<Candidate> in(int day, Window window, int distance) {
    Round[] rounds = board.day(day);
    Best best = new Best();
    int chosen = -1;
    for (int t = 0; t < rounds.length; t++) {
      int before = best.cost();
      Best own = new Best();
      if (rounds[t].crew().can(work)) {
        rounds[t].cheapest(work, window, own);
      }
      if (own.cost() < before && board.guard(day).allows(t, work, window)) {
        best.offer(own.round(), own.entry(), own.cost());
        chosen = t;
      }
    }
    return chosen < 0
        ? Optional.empty()
        : Optional.of(new Candidate(day, window, chosen, best.entry(), best.cost(), distance));
  }
}
