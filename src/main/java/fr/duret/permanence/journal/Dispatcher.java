package fr.duret.permanence.journal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Brings what has arrived to the [Handler]: one call at a time per address, different addresses in
/// parallel, on virtual threads.
///
/// It also takes over what dead processes left, and at the start goes on with everything
/// unfinished. What fails is tried again with growing pauses; an entry that keeps failing is set
/// aside.
public final class Dispatcher implements Work {

  /// How it behaves.
  ///
  /// @param parallel addresses dealt with at once in this process
  /// @param failures after so many failures an entry is set aside
  /// @param pause before the second attempt, doubled for each further one (business time)
  public record Settings(int parallel, int failures, Duration pause) {

    /// 64 at once; given up after 5 failures in about half a minute.
    public static final Settings DEFAULT = new Settings(64, 5, Duration.ofSeconds(2));
  }

  /// Makes it; nothing happens before [#start()].
  public Dispatcher(
      Journal journal,
      Nodes nodes,
      InstantSource clock,
      Handler handler,
      Poison poison,
      Settings settings) {
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
