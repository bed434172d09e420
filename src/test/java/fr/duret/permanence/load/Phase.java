package fr.duret.permanence.load;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Some work done again and again by some workers, each beginning the next piece when it has done
/// one.
///
/// @param perSecond pieces done in a second by all together
/// @param times what each piece took
/// @param processorMillis what a piece took of all processors together, everything in this process
///   included; unlike the others it hardly depends on who else uses the machine
/// @param compilingMillis how long Java's compiler was at work for each piece: nothing to speak of
///   in a service that has run for an hour
public record Phase(double perSecond, Times times, double processorMillis, double compilingMillis) {

  private static final double SECOND = 1e9;
  private static final double NANOS_A_MILLI = 1e6;

  /// Does the pieces 0 to `count` - 1.
  public static Phase run(int workers, int count, IntConsumer piece) {
    AtomicInteger next = new AtomicInteger();
    Times times = new Times();
    long used = processorNanos();
    long compiling = millisCompiling();
    long began = System.nanoTime();
    List<Thread> threads =
        IntStream.range(0, workers)
            .mapToObj(worker -> Thread.startVirtualThread(() -> work(next, count, piece, times)))
            .toList();
    threads.forEach(Phase::join);
    long took = System.nanoTime() - began;
    double each = (processorNanos() - used) / NANOS_A_MILLI / count;
    double compiled = (double) (millisCompiling() - compiling) / count;
    return new Phase(count * SECOND / took, times, each, compiled);
  }

  private static long processorNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long millisCompiling() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
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
