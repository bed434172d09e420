package fr.duret.permanence.store;

import fr.duret.permanence.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.nio.file.Path;
import org.h2.mvstore.MVStoreException;

/// Makes the embedded store's file as small as its data, while nothing uses it. At start this is
/// done only when it is quick; this is for `permanence compact`.
public final class Compaction {

  private Compaction() {}

  /// Compacts the store and says how many bytes were gained.
  ///
  /// @param uri the store's, as in [Store#open(String)]
  /// @throws IllegalArgumentException if it is a MongoDB server, which looks after itself
  /// @throws StoreGoneException if there is no store, a process has it open, or the disk is full;
  ///   the old file is then still there
  public static long run(String uri) {
    Path directory =
        Store.embeddedDirectory(uri)
            .orElseThrow(
                () -> new IllegalArgumentException("only an embedded store can be compacted"));
    try {
      return EmbeddedServer.compact(directory);
    } catch (IOException | MVStoreException e) {
      throw new StoreGoneException("the store in " + directory + " cannot be compacted", e);
    }
  }
}
