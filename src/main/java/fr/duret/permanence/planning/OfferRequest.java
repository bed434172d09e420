package fr.duret.permanence.planning;

import java.util.List;

/// Somebody asks for a visit.
///
/// @param work what, where, how long
/// @param windows the windows that this service promises on any day, each inside one half-day
/// @param wish which of them suit
public record OfferRequest(Work work, List<Window> windows, Wish wish) {

  /// The company's usual two-hour windows.
  public static final List<Window> TWO_HOURS =
      List.of(
          Window.hours(8, 10), Window.hours(10, 12), Window.hours(14, 16), Window.hours(16, 18));

  /// Keeps a sorted copy.
  public OfferRequest {
    windows = windows.stream().sorted().toList();
  }
}
