package fr.duret.permanence.planning;

import java.util.List;

/// Judges by a formula while there is no history: a detour is shared with the neighbours still
/// expected before that day, so opening a far valley early is cheap and tomorrow dear; and each day
/// of waiting costs a little, so that equal offers come soonest first.
///
/// Measured beside the look-ahead in simulated streams: level on driving, but people wait longer.
final class Density implements Score {

  /// Places so near that one drive serves both: ten minutes.
  private static final int NEAR = 600;

  /// After so many working days nearly everybody who calls has been given a date.
  private static final double MATURITY = 10;

  /// Half a minute of driving for a day of waiting.
  private static final double WAITING = 30;

  private final double expected;

  Density(Horizon horizon, Work work) {
    TravelMatrix travel = horizon.travel();
    int near = 0;
    for (int other = 0; other < travel.size(); other++) {
      near += travel.seconds(work.site(), other) < NEAR ? 1 : 0;
    }
    expected = horizon.demand().callsPerDay() * near / Math.max(1, travel.size());
  }

  @Override
  public List<Scored> of(List<Candidate> candidates) {
    return candidates.stream().map(c -> new Scored(c, score(c))).toList();
  }

  private double score(Candidate candidate) {
    int lead = candidate.day() + 1;
    double neighbours = expected * Math.min(lead, MATURITY) / MATURITY;
    double shared = candidate.driving() / (1 + neighbours);
    return candidate.cost() - candidate.driving() + shared + WAITING * lead;
  }
}
