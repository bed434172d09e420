package fr.duret.permanence.conversation;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// One turn at a time per conversation within this process. Unlike a claim, such a lock ends with
/// the work it covers, so that whoever holds it knows a claim of this process to be abandoned.
final class Locks {

  /// Far more than turns are ever under way at once.
  private static final int STRIPES = 1024;

  private final Lock[] stripes =
      Stream.generate(ReentrantLock::new).limit(STRIPES).toArray(Lock[]::new);

  Lock of(String conversation) {
    return stripes[Math.floorMod(conversation.hashCode(), STRIPES)];
  }
}
