package fr.duret.permanence.journal;

import java.util.Comparator;
import java.util.List;

/// Everything that happened with a contact, in both directions, read as one list.
///
/// What went out is not copied into the journal: the outbox remembers it, and a turn saves a
/// durable write.
public final class History implements Source {

  private final List<Source> sources;

  /// Reads those sources together.
  public History(Source... sources) {
    this.sources = List.of(sources);
  }

  @Override
  public List<Entry> read(Reading reading) {
    return sources.stream()
        .flatMap(source -> source.read(reading).stream())
        .sorted(Comparator.comparing(Entry::order))
        .limit(reading.limit())
        .toList();
  }
}
