package fr.duret.permanence.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives places their rows in a [TravelMatrix] that grows with them, so that a new client costs two
/// times the number of known places, not its square. Safe for many threads.
///
/// @param <P> a place; equal places share a row
public final class TravelTable<P> {

  private final Times<P> times;
  private final Map<P, Integer> rows = new HashMap<>();
  private final List<P> places = new ArrayList<>();
  private int single;
  private TravelMatrix matrix = TravelMatrix.of(0, (from, to) -> 0);

  /// Driving seconds, margins included, from each of some places to each of others.
  ///
  /// @param <P> a place
  @FunctionalInterface
  public interface Times<P> {

    /// `table[i][j]`: from the i-th of `from` to the j-th of `to`.
    int[][] table(List<P> from, List<P> to);
  }

  /// @param times asked for whole tables, never for a pair at a time
  public TravelTable(Times<P> times) {
    this.times = times;
  }

  /// Adds all these places at once; known ones are skipped.
  public synchronized void addAll(Collection<P> added) {
    for (P place : added) {
      if (rows.putIfAbsent(place, places.size()) == null) {
        places.add(place);
      }
    }
    if (places.size() > matrix.size()) {
      grow(matrix.size());
    }
  }

  private void grow(int known) {
    List<P> fresh = List.copyOf(places.subList(known, places.size()));
    int[][] out = times.table(fresh, List.copyOf(places));
    int[][] in = times.table(List.copyOf(places.subList(0, known)), fresh);
    matrix =
        matrix.grownTo(
            places.size(),
            (from, to) -> from >= known ? out[from - known][to] : in[from][to - known]);
  }

  /// The row of a place, added if it is new.
  public synchronized int row(P place) {
    Integer known = rows.get(place);
    if (known != null) {
      return known;
    }
    addAll(List.of(place));
    single++;
    return places.size() - 1;
  }

  /// How many places were added one by one, each as it was asked for.
  public synchronized int addedSingly() {
    return single;
  }

  /// The matrix of all places known by now; it does not change when others are added.
  public synchronized TravelMatrix matrix() {
    return matrix;
  }
}
