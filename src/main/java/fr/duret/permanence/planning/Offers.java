package fr.duret.permanence.planning;

import fr.duret.permanence.planning.OfferOutcome.NothingFits;
import fr.duret.permanence.planning.OfferOutcome.Offered;
import fr.duret.permanence.planning.OfferOutcome.Why;
import java.util.List;

/// Chooses the two or three windows to offer. Holds no state, safe for many threads.
public final class Offers {

  /// Windows that fit with every promise and hold, what was asked first, then the nearest; among
  /// those the ones that leave least driving behind, spread over half-days.
  ///
  /// Same input, same offers.
  public OfferOutcome offers(Horizon horizon, OfferRequest request) {
    Board board = new Board(horizon.days(), horizon.travel());
    List<Candidate> candidates = new Candidates(board, request.work()).of(horizon.days(), request);
    if (candidates.isEmpty()) {
      return new NothingFits(why(horizon, request));
    }
    return new Offered(
        pick(candidates, score(horizon, board, request.work())).stream()
            .map(c ->
                Insertions.offer(
                    c, horizon.days().get(c.day()), board, horizon.travel(), request.work()))
            .toList());
  }

  private static List<Candidate> pick(List<Candidate> candidates, Score score) {
    Picker picker = new Picker();
    List<Candidate> asked = candidates.stream().filter(Candidate::asked).toList();
    picker.pick(score.of(asked));
    if (asked.size() <= 2) {
      List<Candidate> near = candidates.stream().filter(c -> !c.asked()).toList();
      picker.pick(score.of(near));
    }
    return picker.picked();
  }

  private static Score score(Horizon horizon, Board board, Work work) {
    return horizon.demand().isKnown()
        ? new LookAhead(board, horizon.demand(), work)
        : new Density(horizon, work);
  }

  private static Why why(Horizon horizon, OfferRequest request) {
    boolean someone =
        horizon.days().stream()
            .flatMap(day -> day.rounds().stream())
            .anyMatch(round -> round.crew().can(request.work()));
    if (!someone) {
      return Why.NO_SKILL;
    }
    boolean wished =
        horizon.days().stream()
            .anyMatch(day ->
                request.windows().stream()
                    .anyMatch(w -> request.wish().distance(day.date(), w) != Wish.NEVER));
    return wished ? Why.FULL : Why.NO_WINDOW;
  }
}
