package fr.duret.permanence.planning;

import java.util.List;

/// The calls to be expected, so that an offer does not spoil what comes after it.
///
/// @param callsPerDay how many people ask for a visit on a working day, on average
/// @param history calls such as they usually come; fewer than [#ENOUGH] are not used
public record Demand(double callsPerDay, List<PastCall> history) {

  /// From so many past calls on, imagined futures are better than the formula.
  public static final int ENOUGH = 100;

  /// Keeps a copy.
  public Demand {
    history = List.copyOf(history);
  }

  /// Whether there are enough past calls to imagine futures from.
  public boolean isKnown() {
    return history.size() >= ENOUGH;
  }

  /// Nothing known but how many call.
  public static Demand unknown(double callsPerDay) {
    return new Demand(callsPerDay, List.of());
  }

  /// A call of the past.
  ///
  /// @param work what was asked for, and where
  /// @param windows the windows that suited
  /// @param first the first day that suited: so many working days after the call, 1 being the next
  /// @param last the last day that suited
  public record PastCall(Work work, List<Window> windows, int first, int last) {

    /// Keeps a copy.
    public PastCall {
      windows = List.copyOf(windows);
    }
  }
}
