package fr.duret.permanence.store.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreTool;

/// The file that holds an embedded store's data: readable by its owner alone, and made small again.
final class DataFile {

  private static final String NAME = "permanence.mv";
  private static final int CACHE_MEGABYTES = 64;

  /// Smaller files are not worth it, larger ones may take more than a second (measured: about 150
  /// MB/s of a loosely filled file on one core).
  private static final long SMALL = 8L << 20;

  private static final long LARGE = 64L << 20;

  /// Chunks filled less than this are mostly holes.
  private static final int LOOSE_PERCENT = 50;

  private final Path directory;
  private final Path file;

  DataFile(Path directory) {
    this.directory = directory;
    this.file = directory.resolve(NAME);
  }

  /// Opens or creates it; compacts it first if that is quick and of use.
  MVStore open() throws IOException {
    protect();
    long size = Files.size(file);
    MVStore store = open(file.toString());
    boolean loose = store.getFileStore().getChunksFillRate() < LOOSE_PERCENT;
    if (size < SMALL || size > LARGE || !loose) {
      return store;
    }
    store.close();
    compact();
    return open(file.toString());
  }

  /// Opens a file as this package needs it; the name may be one of H2's own file systems.
  static MVStore open(String name) {
    // Nothing but GroupCommit may write: MVStore's own timer could save half a command.
    MVStore store =
        new MVStore.Builder()
            .fileName(name)
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .cacheSize(CACHE_MEGABYTES)
            .open();
    store.setRetentionTime(0); // safe, as every commit is synced before the next one begins
    return store;
  }

  /// Writes what is live into a new file, which takes the old one's place once it is on disk.
  void compact() throws IOException {
    Path compact = directory.resolve(NAME + ".compact");
    Files.deleteIfExists(compact);
    try {
      createPrivately(compact);
      MVStoreTool.compact(file.toString(), compact.toString(), false);
      force(compact);
      Files.move(
          compact, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(compact); // after a failure; the old file is then as it was
    }
    force(directory);
  }

  long size() throws IOException {
    return Files.size(file);
  }

  boolean exists() {
    return Files.exists(file);
  }

  private void protect() throws IOException {
    Files.createDirectories(directory);
    if (!exists()) {
      createPrivately(file);
    }
  }

  private static void createPrivately(Path path) throws IOException {
    Files.createFile(path);
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }
}
