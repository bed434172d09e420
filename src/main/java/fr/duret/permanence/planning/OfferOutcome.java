package fr.duret.permanence.planning;

import java.util.List;

/// What there is to offer.
public sealed interface OfferOutcome {

  /// One to three windows, best first, those exactly asked before the others. Two at least whenever
  /// two exist.
  ///
  /// @param offers never empty
  record Offered(List<Offer> offers) implements OfferOutcome {

    /// Keeps a copy.
    public Offered {
      offers = List.copyOf(offers);
    }
  }

  /// Nothing fits.
  ///
  /// @param why the first reason that holds
  record NothingFits(Why why) implements OfferOutcome {}

  /// Why nothing fits.
  enum Why {
    /// Nobody who works on these days can do it.
    NO_SKILL,
    /// The wish excludes every window of these days.
    NO_WINDOW,
    /// The days are full.
    FULL
  }
}
