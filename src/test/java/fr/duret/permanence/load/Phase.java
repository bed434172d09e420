package fr.duret.permanence.load;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Some work done again and again by some workers, each beginning the next piece when it has done
/// one.
///
/// @param perSecond pieces done in a second by all together
/// @param times what each piece took
public record Phase(double perSecond, Times times) {

  private static final double SECOND = 1e9;

  /// Does the pieces 0 to `count` - 1.
  public static Phase run(int workers, int count, IntConsumer piece) {
    AtomicInteger next = new AtomicInteger();
    Times times = new Times();
    long began = System.nanoTime();
    List<Thread> threads =
        IntStream.range(0, workers)
            .mapToObj(worker -> Thread.startVirtualThread(() -> work(next, count, piece, times)))
            .toList();
    threads.forEach(Phase::join);
    return new Phase(count * SECOND / (System.nanoTime() - began), times);
  }

  private static void work(AtomicInteger next, int count, IntConsumer piece, Times times) {
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      long start = System.nanoTime();
      piece.accept(i);
      times.add(System.nanoTime() - start);
    }
  }

  /// Waits for a thread to end.
  public static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
