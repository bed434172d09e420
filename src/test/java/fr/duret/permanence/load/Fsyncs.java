package fr.duret.permanence.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// What the disk itself takes to make 4 KiB durable.
public final class Fsyncs {

  private static final int BLOCK = 4096;

  private Fsyncs() {}

  /// Appends and syncs so many blocks, one after the other.
  public static Times measure(Path folder, int count) {
    Times times = new Times();
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("fsync"), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (int i = 0; i < count; i++) {
        long began = System.nanoTime();
        file.write(ByteBuffer.allocate(BLOCK));
        file.force(false);
        times.add(System.nanoTime() - began);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return times;
  }
}
