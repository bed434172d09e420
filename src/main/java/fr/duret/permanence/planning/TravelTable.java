package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntBiFunction;

/// Gives places their rows in a [TravelMatrix] that grows with them, so that a new client costs two
/// times the number of known places, not its square. Safe for many threads.
///
/// @param <P> a place; equal places share a row
public final class TravelTable<P> {

  private final ToIntBiFunction<P, P> between;
  private final Map<P, Integer> rows = new HashMap<>();
  private final List<P> places = new ArrayList<>();
  private TravelMatrix matrix = TravelMatrix.of(0, (from, to) -> 0);

  /// @param between driving seconds, margins included
  public TravelTable(ToIntBiFunction<P, P> between) {
    this.between = between;
  }

  /// Adds all these places at once; known ones are skipped.
  public synchronized void addAll(Collection<P> added) {
    for (P place : added) {
      if (rows.putIfAbsent(place, places.size()) == null) {
        places.add(place);
      }
    }
    if (places.size() > matrix.size()) {
      matrix =
          matrix.grownTo(
              places.size(), (from, to) -> between.applyAsInt(places.get(from), places.get(to)));
    }
  }

  /// The row of a place, added if it is new.
  public synchronized int row(P place) {
    Integer known = rows.get(place);
    if (known != null) {
      return known;
    }
    addAll(List.of(place));
    return places.size() - 1;
  }

  /// The matrix of all places known by now; it does not change when others are added.
  public synchronized TravelMatrix matrix() {
    return matrix;
  }
}
