package fr.duret.permanence.planning;

import fr.duret.permanence.planning.Demand.PastCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// Judges by imagining what comes next: each promising candidate is tried, then the same few
/// futures (calls such as we usually get) are inserted greedily after it. The score is its driving
/// plus the mean driving of what follows: an opportunity cost without a formula.
///
/// Longer futures are not better (greedy filling misleads), nor are more candidates.
final class LookAhead implements Score {

  private static final int TRIED = 16;
  private static final int FUTURES = 8;
  private static final int DEPTH = 16;

  /// Seconds of driving that a call is worth for which no room is left.
  private static final int NO_ROOM = 3600;

  /// Seconds of driving for a day of waiting.
  private static final double WAITING = 20;

  private final Work work;
  private final Round[][] table;
  private final Map<Round, Round> origin = new HashMap<>();
  private final List<List<Call>> futures = new ArrayList<>();
  private final List<Round> touched = new ArrayList<>();
  private final Best best = new Best();

  /// A call expected, with the first and the last day that suit.
  private record Call(PastCall call, int first, int last) {}

  LookAhead(Board board, Demand demand, Work work) {
    this.work = work;
    table = new Round[board.days()][];
    for (int day = 0; day < table.length; day++) {
      table[day] = copies(board.day(day));
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

  private Round[] copies(Round[] rounds) {
    Round[] copies = new Round[rounds.length];
    for (int t = 0; t < rounds.length; t++) {
      copies[t] = rounds[t].copy();
      origin.put(copies[t], rounds[t]);
    }
    return copies;
  }

  private List<Call> imagine(Demand demand, SplittableRandom random) {
    List<Call> future = new ArrayList<>();
    for (int i = 0; i < DEPTH; i++) {
      int day = (int) ((i + 1) / demand.callsPerDay());
      PastCall call = demand.history().get(random.nextInt(demand.history().size()));
      int first = day + call.first() - 1;
      if (first < table.length) {
        future.add(new Call(call, first, Math.min(day + call.last(), table.length) - 1));
      }
    }
    return future;
  }

  private double score(Candidate candidate) {
    double sum = 0;
    for (List<Call> future : futures) {
      Round round = table[candidate.day()][candidate.technician()];
      round.insert(candidate.entry(), Stop.of(work, candidate.window()));
      touched.add(round);
      for (Call call : future) {
        sum += follow(call);
      }
      restore();
    }
    return candidate.cost() + sum / futures.size() + WAITING * (candidate.day() + 1);
  }

  private int follow(Call expected) {
    Window chosen = null;
    Work wanted = expected.call().work();
    best.clear();
    for (int day = expected.first(); day <= expected.last(); day++) {
      for (Window window : expected.call().windows()) {
        int before = best.cost();
        cheapest(table[day], wanted, window);
        chosen = best.cost() < before ? window : chosen;
      }
    }
    if (chosen == null) {
      return NO_ROOM;
    }
    touched.add(best.apply(Stop.of(wanted, chosen)));
    return best.cost();
  }

  private void cheapest(Round[] rounds, Work wanted, Window window) {
    for (Round round : rounds) {
      if (round.crew().can(wanted)) {
        round.cheapest(wanted, window, best);
      }
    }
  }

  private void restore() {
    for (Round round : touched) {
      Round before = origin.get(round);
      if (before != null) {
        round.copyFrom(before);
      }
    }
    touched.clear();
  }
}
