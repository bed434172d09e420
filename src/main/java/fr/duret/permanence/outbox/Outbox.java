package fr.duret.permanence.outbox;

import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.journal.Reading;
import fr.duret.permanence.journal.Source;
import fr.duret.permanence.journal.Work;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The durable list of messages we owe, and the one place from where they leave.
@SuppressWarnings("DoNotCallSuggester")
public final class Outbox implements Work, Source {

  /// What the outbox asks and tells.
  ///
  /// @param transports what carries each channel
  /// @param gate whether a message may leave
  /// @param subjects whether what it says is still so
  /// @param undeliverable who is told when it did not arrive
  public record Joints(
      Map<Channel, Transport> transports,
      Gate gate,
      Subjects subjects,
      Undeliverable undeliverable) {}

  /// Opens the outbox. Messages can be owed at once; none leaves before [#start()].
  ///
  /// @param clock the business clock: not before, back-off
  /// @param nanos the machine's monotonic clock: pacing
  public Outbox(
      Store store,
      Nodes nodes,
      Journal journal,
      InstantSource clock,
      LongSupplier nanos,
      Joints joints,
      OutboxSettings settings) {
    throw new UnsupportedOperationException();
  }

  /// Owes a message; on disk when it returns, and on its way if it may leave at once. A message
  /// with an id owed before changes nothing.
  public void owe(Outbound message) {
    throw new UnsupportedOperationException();
  }

  /// Takes back those of the messages that are still owed.
  public void withdraw(Collection<String> ids) {
    throw new UnsupportedOperationException();
  }

  /// Notes what a provider says about a message; repeated and late reports change nothing.
  ///
  /// @return false if no message has that id
  public boolean delivered(Report report) {
    throw new UnsupportedOperationException();
  }

  /// One message.
  public Optional<Owed> find(String id) {
    throw new UnsupportedOperationException();
  }

  /// Messages in the order in which they were owed.
  ///
  /// @param state only those that stand there
  /// @param after only those after that [Owed#order()]
  /// @param limit at most so many, 1 to 1000
  public List<Owed> list(Optional<State> state, Optional<String> after, int limit) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<Entry> read(Reading reading) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void start() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void wake() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean idle() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Instant> nextDue() {
    throw new UnsupportedOperationException();
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException();
  }
}
