package fr.duret.permanence.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;

/// Why a store failed, in words for whoever must mend it. Nothing stored is quoted: only what the
/// machine says of its files.
public final class Reason {

  private Reason() {}

  /// In one line; of what has no plainer words the message of the first cause.
  public static String of(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> known(cause).stream())
        .findFirst()
        .orElseGet(() -> firstLine(causes(failure).reduce((_, deeper) -> deeper).orElse(failure)));
  }

  private static Optional<String> known(Throwable cause) {
    return switch (cause) {
      case NoSuchFileException _ -> Optional.of("there is none");
      case AccessDeniedException _ -> Optional.of("its file may not be read or written");
      case IOException e -> full(e) ? Optional.of("the disk is full") : Optional.empty();
      case MVStoreException e -> byCode(e);
      default -> Optional.empty();
    };
  }

  private static Optional<String> byCode(MVStoreException failure) {
    return switch (failure.getErrorCode()) {
      case DataUtils.ERROR_FILE_LOCKED -> Optional.of("another permanence uses it");
      case DataUtils.ERROR_FILE_CORRUPT, DataUtils.ERROR_READING_FAILED ->
          Optional.of("its file is damaged: " + firstLine(failure));
      default -> Optional.empty();
    };
  }

  /// The words of Linux and of macOS, of Windows, and of a quota.
  private static boolean full(IOException failure) {
    String message = firstLine(failure).toLowerCase(Locale.ROOT);
    return Stream.of("no space left", "not enough space", "quota exceeded")
        .anyMatch(message::contains);
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }

  private static String firstLine(Throwable failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
  }
}
