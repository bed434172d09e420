package fr.duret.permanence;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Writes an exception as its class and where it was thrown, without its message, unless that
/// surely holds nothing of a client: a duplicate key quotes his number, a parser his words.
public final class QuietThrowables extends ThrowableHandlingConverter {

  /// Told in full: they speak of servers, ports and files alone.
  private static final Pattern ABOUT_MACHINES =
      Pattern.compile(
          "(com\\.mongodb\\.Mongo(Timeout|Socket|NotPrimary|NodeIsRecovering).*"
              + "|java\\.net\\.(Connect|SocketTimeout|UnknownHost|Bind).*"
              + "|java\\.nio\\.file\\..*|org\\.h2\\.mvstore\\.MVStoreException"
              + "|java\\.lang\\.OutOfMemoryError"
              + "|fr\\.duret\\.permanence\\.(store\\.StoreGone|http\\.CannotListen).*)");

  private static final String STORE = "org.h2.mvstore.MVStoreException";

  private static final int DEEPEST = 8;

  @Override
  public String convert(ILoggingEvent event) {
    StringBuilder text = new StringBuilder();
    write(text, event.getThrowableProxy(), 0, false);
    return text.toString();
  }

  /// @param below whether it is told in full because of what it caused: below a store's failure a
  ///   plain [java.io.IOException] speaks of the disk
  private static void write(
      StringBuilder text, @Nullable IThrowableProxy thrown, int depth, boolean below) {
    if (thrown == null || depth > DEEPEST) {
      return;
    }
    text.append(depth == 0 ? "" : "Caused by: ").append(thrown.getClassName());
    boolean full = below || ABOUT_MACHINES.matcher(thrown.getClassName()).matches();
    if (full && thrown.getMessage() != null) {
      text.append(": ").append(thrown.getMessage());
    }
    text.append('\n');
    StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
    for (int i = 0; i < frames.length - thrown.getCommonFrames(); i++) {
      text.append("    ").append(frames[i].getSTEAsString()).append('\n');
    }
    write(text, thrown.getCause(), depth + 1, thrown.getClassName().equals(STORE));
  }
}
