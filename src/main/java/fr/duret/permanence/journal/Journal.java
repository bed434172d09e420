package fr.duret.permanence.journal;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// The durable list of what reached us.
public final class Journal implements Source {

  /// Opens the journal.
  ///
  /// @param nodes whose name marks the entries that this process received and will handle
  public Journal(Store store, Nodes nodes) {
    throw new UnsupportedOperationException();
  }

  /// Writes down a message. When it returns, the message is on disk and will be handled, by this
  /// process or, should it die, by another: the provider may be told so.
  ///
  /// @throws com.mongodb.MongoException if it could not be written: the provider must be refused
  public Receipt receive(Inbound message) {
    throw new UnsupportedOperationException();
  }

  /// Writes down something that nobody needs to handle; once per id.
  public void note(Entry entry) {
    throw new UnsupportedOperationException();
  }

  /// What the next turn of that address takes, in order; empty if nothing waits. After repeated
  /// failures only the oldest, so that one poisonous message does not drag the others along.
  public List<Entry> waiting(Address address) {
    throw new UnsupportedOperationException();
  }

  /// The entries with those ids, whatever their state, in order: for the replay of a claimed turn.
  public List<Entry> find(Collection<String> ids) {
    throw new UnsupportedOperationException();
  }

  /// Marks entries as dealt with. Those no longer waiting stay as they are.
  ///
  /// @param outcome what became of them, in a word or two: `answered`, `passed to the desk`
  public void handled(Collection<String> ids, String outcome) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Entry> read(Reading reading) {
    throw new UnsupportedOperationException();
  }

  /// What was counted since the start.
  public Figures figures() {
    throw new UnsupportedOperationException();
  }

  void onArrival(Consumer<Address> listener) {
    throw new UnsupportedOperationException();
  }
}
