package fr.duret.permanence;

import fr.duret.permanence.agenda.Agenda;
import fr.duret.permanence.agenda.Stuck;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.OutboxSettings;
import fr.duret.permanence.store.Store;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;

/// What everything else stands on: the store, the three lists, the clocks.
///
/// @param store everything durable
/// @param nodes who else is at work
/// @param journal what has happened
/// @param agenda what to do later
/// @param outbox whom we owe a message
/// @param clock business time
/// @param nanos the machine's monotonic clock
record Base(
    Store store,
    Nodes nodes,
    Journal journal,
    Agenda agenda,
    Outbox outbox,
    InstantSource clock,
    LongSupplier nanos) {

  /// Opens the lists; nothing works before they are started.
  ///
  /// @param joints what the outbox asks and tells
  /// @param stuck told of timers that cannot be done
  /// @param sending how fast and how long messages are sent
  static Base open(
      Store store, Clocks clocks, Outbox.Joints joints, Stuck stuck, OutboxSettings sending) {
    InstantSource clock = clocks.business();
    LongSupplier nanos = clocks.nanos();
    boolean alone = store.embedded().isPresent();
    Nodes nodes = new Nodes(store, UUID.randomUUID().toString(), nanos, clocks.lease(), alone);
    Journal journal = new Journal(store, nodes);
    return new Base(
        store,
        nodes,
        journal,
        new Agenda(store, nodes, clock, stuck, Agenda.Settings.DEFAULT),
        new Outbox(store, nodes, journal, clock, nanos, joints, sending),
        clock,
        nanos);
  }
}
