package fr.duret.permanence.journal;

import java.util.List;

/// Somewhere that remembers what happened: the journal for what came in, the outbox for what went
/// out. [History] reads them as one.
@FunctionalInterface
public interface Source {

  /// The entries asked for, by [Entry#order()], no more than the limit.
  List<Entry> read(Reading reading);
}
