package fr.duret.permanence.planning;

import fr.duret.permanence.planning.Demand.PastCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/// Judges by imagining what comes next: each promising candidate is tried, then the same few
/// futures (calls such as we usually get) are inserted greedily after it. The score is its driving
/// plus the mean driving of what follows: an opportunity cost without a formula.
///
/// Longer futures are not better (greedy filling misleads), nor are more candidates.
final class LookAhead implements Score {

  private static final int TRIED = 16;
  private static final int FUTURES = 24;
  private static final int DEPTH = 16;

  /// Seconds of driving that a call is worth for which no room is left.
  private static final int NO_ROOM = 3600;

  /// Seconds of driving for a day of waiting.
  private static final double WAITING = 20;

  private final Work work;
  private final Seat[][] seats;
  private final List<List<ExpectedCall>> futures = new ArrayList<>();
  private final List<Seat> taken = new ArrayList<>();

  LookAhead(Board board, Demand demand, Work work) {
    this.work = work;
    seats = new Seat[board.days()][];
    for (int day = 0; day < seats.length; day++) {
      Round[] rounds = board.day(day);
      seats[day] = new Seat[rounds.length];
      for (int t = 0; t < rounds.length; t++) {
        seats[day][t] = new Seat(day, rounds[t]);
      }
    }
    SplittableRandom random = new SplittableRandom(work.id().hashCode());
    for (int f = 0; f < FUTURES; f++) {
      futures.add(imagine(demand, random));
    }
  }

  @Override
  public List<Scored> of(List<Candidate> candidates) {
    return candidates.stream()
        .sorted(Comparator.comparingDouble(Candidate::cost))
        .limit(TRIED)
        .map(candidate -> new Scored(candidate, score(candidate)))
        .toList();
  }

  private List<ExpectedCall> imagine(Demand demand, SplittableRandom random) {
    List<ExpectedCall> future = new ArrayList<>();
    for (int i = 0; i < DEPTH; i++) {
      int day = (int) ((i + 1) / demand.callsPerDay());
      PastCall call = demand.history().get(random.nextInt(demand.history().size()));
      if (day + call.first() <= seats.length) {
        future.add(new ExpectedCall(call, day, seats, DEPTH + 2));
      }
    }
    return future;
  }

  private double score(Candidate candidate) {
    Seat seat = seats[candidate.day()][candidate.technician()];
    Stop stop = Stop.of(work, candidate.window());
    double sum = 0;
    for (List<ExpectedCall> future : futures) {
      take(seat, candidate.entry(), stop);
      for (ExpectedCall call : future) {
        sum += follow(call);
      }
      taken.forEach(Seat::restore);
      taken.clear();
    }
    return candidate.cost() + sum / futures.size() + WAITING * (candidate.day() + 1);
  }

  private int follow(ExpectedCall call) {
    Spot spot = call.cheapest(taken);
    if (spot == null) {
      return NO_ROOM;
    }
    take(spot.seat(), spot.entry(), spot.stop());
    return spot.driving();
  }

  private void take(Seat seat, int entry, Stop stop) {
    seat.take(entry, stop);
    if (!taken.contains(seat)) {
      taken.add(seat);
    }
  }
}
