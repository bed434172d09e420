package fr.duret.permanence.conversation;

import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.message.Address;
import java.util.Collection;
import java.util.List;

/// What a turn needs of the journal.
interface Entries {

  /// What waits of that address, in order.
  List<Entry> waiting(Address address);

  /// Those entries, whatever their state, in order.
  List<Entry> find(Collection<String> ids);

  /// Marks them as dealt with; those that do not wait stay as they are.
  void handled(Collection<String> ids, String outcome);

  /// The real ones.
  static Entries of(Journal journal) {
    return new Entries() {
      @Override
      public List<Entry> waiting(Address address) {
        return journal.waiting(address);
      }

      @Override
      public List<Entry> find(Collection<String> ids) {
        return journal.find(ids);
      }

      @Override
      public void handled(Collection<String> ids, String outcome) {
        journal.handled(ids, outcome);
      }
    };
  }
}
