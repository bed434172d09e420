package fr.duret.permanence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folder of an embedded store: it holds what clients wrote, and is its owner's alone.
final class DataFolder {

  private static final Logger LOG = LoggerFactory.getLogger(DataFolder.class);
  private static final String EMBEDDED = "embedded:";
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private DataFolder() {}

  /// Makes the folder of a store if it is not there, for its owner alone. One that is there stays
  /// as it is: the operator may have meant it so, and is told.
  ///
  /// @param storeUri any store's; nothing is done for one that is not embedded
  /// @throws IOException if the folder cannot be made
  static void prepare(String storeUri) throws IOException {
    if (storeUri.startsWith(EMBEDDED)) {
      prepare(Path.of(storeUri.substring(EMBEDDED.length())));
    }
  }

  private static void prepare(Path folder) throws IOException {
    boolean isNew = Files.notExists(folder);
    Files.createDirectories(folder);
    Optional<PosixFileAttributeView> rights =
        Optional.ofNullable(Files.getFileAttributeView(folder, PosixFileAttributeView.class));
    if (rights.isEmpty()) {
      return;
    }
    if (isNew) {
      rights.get().setPermissions(PRIVATE);
    } else if (!PRIVATE.containsAll(rights.get().readAttributes().permissions())) {
      LOG.warn(
          "others may look into {}: 'chmod 700 {}' makes it its owner's alone", folder, folder);
    }
  }
}
