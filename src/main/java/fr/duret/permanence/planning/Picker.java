package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Picks two or three of the candidates: what was asked first, best first, each in another half-day
/// if there is one. The third of what was asked must score within a quarter of an hour of the
/// first: a client cannot choose what is not offered.
final class Picker {

  private static final int OFFERS = 3;
  private static final int BAND = 900;

  private final List<Scored> picked = new ArrayList<>();

  /// Adds the best of further candidates, until there are three.
  void pick(List<Scored> scored) {
    List<Scored> left = new ArrayList<>(scored);
    left.sort(Comparator.comparingDouble(Scored::score));
    while (picked.size() < OFFERS && !left.isEmpty()) {
      Scored next =
          left.stream().filter(this::inAnotherHalfDay).findFirst().orElse(left.getFirst());
      if (picked.size() == 2 && tooDear(next)) {
        return;
      }
      picked.add(next);
      left.remove(next);
    }
  }

  /// In the order of offering.
  List<Candidate> picked() {
    return picked.stream().map(Scored::candidate).toList();
  }

  private boolean inAnotherHalfDay(Scored other) {
    return picked.stream().noneMatch(p -> p.candidate().sameHalfDay(other.candidate()));
  }

  private boolean tooDear(Scored third) {
    return third.candidate().asked() && third.score() > picked.getFirst().score() + BAND;
  }
}
