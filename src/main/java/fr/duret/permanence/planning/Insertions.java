package fr.duret.permanence.planning;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Where a visit fits with every promise already made.
public final class Insertions {

  /// A quarter of an hour: further away, a neighbour is no reason.
  private static final int NEAR = 900;

  private Insertions() {}

  /// The cheapest place in one window of one day, over all technicians, such that every promise of
  /// the day and every one of its holds stays possible.
  ///
  /// To confirm what is held for a person, leave all holds out (`day.holding(List.of())`): his hold
  /// has already been counted against the others. After its lapse, leave out only his own.
  ///
  /// @return empty if it does not fit
  public static Optional<Insertion> cheapest(
      DayPlan day, TravelMatrix travel, Work work, Window window) {
    Board board = new Board(List.of(day), travel);
    return new Candidates(board, work)
        .in(0, window, 0)
        .map(found -> {
          Offer offer = offer(found, day, board, travel, work);
          Round round = board.day(0)[found.technician()];
          round.insert(found.entry(), Stop.of(work, window));
          return new Insertion(day.with(found.technician(), round.planned()), offer);
        });
  }

  /// A candidate as it is shown.
  static Offer offer(
      Candidate candidate, DayPlan day, Board board, TravelMatrix travel, Work work) {
    Round round = board.day(candidate.day())[candidate.technician()];
    return new Offer(
        day.date(),
        candidate.window(),
        round.crew().technician(),
        candidate.driving(),
        candidate.asked(),
        neighbour(round, candidate.entry(), travel, work));
  }

  private static Optional<Offer.Neighbour> neighbour(
      Round round, int entry, TravelMatrix travel, Work work) {
    return Stream.of(beside(round.stop(entry - 1)), beside(round.stop(entry)))
        .flatMap(Optional::stream)
        .map(stop ->
            new Offer.Neighbour(
                stop.id(), stop.work().site(), travel.seconds(stop.work().site(), work.site())))
        .filter(neighbour -> neighbour.seconds() <= NEAR)
        .min((a, b) -> Integer.compare(a.seconds(), b.seconds()));
  }

  private static Optional<Stop> beside(@Nullable Stop stop) {
    return Optional.ofNullable(stop);
  }
}
