package fr.duret.permanence.conversation;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An outbox and an agenda in memory. A message leaves once its time has come, never to return.
final class Mailboxes implements Aftermath {

  private final Map<String, Outbound> owed = new LinkedHashMap<>();
  private final Set<String> withdrawn = new HashSet<>();
  private final List<Outbound> sent = new ArrayList<>();
  private final Map<String, Instant> left = new HashMap<>();
  private final Map<String, Timer> timers = new LinkedHashMap<>();

  @Override
  public synchronized void owe(Outbound message) {
    owed.putIfAbsent(message.id(), message);
  }

  @Override
  public synchronized Set<String> withdraw(Collection<String> ids) {
    for (String id : ids) {
      Outbound message = owed.get(id);
      if (message != null && !sent.contains(message)) {
        withdrawn.add(id);
      }
    }
    Set<String> gone = new HashSet<>(ids);
    gone.retainAll(withdrawn);
    return gone;
  }

  @Override
  public synchronized Optional<Duration> waited(String message) {
    Outbound owed = this.owed.get(message);
    if (owed == null || withdrawn.contains(message)) {
      return Optional.of(Duration.ZERO);
    }
    Instant since = owed.replyTo().orElse(owed.notBefore());
    return Optional.ofNullable(left.get(message)).map(at -> Duration.between(since, at));
  }

  @Override
  public synchronized void plan(Timer timer) {
    timers.put(timer.key(), timer);
  }

  /// Whether nothing leaves at present.
  volatile boolean away;

  synchronized void leave(Instant now) {
    if (away) {
      return;
    }
    for (Outbound message : owed.values()) {
      boolean ripe = !message.notBefore().isAfter(now) && !withdrawn.contains(message.id());
      if (ripe && !sent.contains(message)) {
        sent.add(message);
        left.put(message.id(), now);
      }
    }
  }

  synchronized List<Outbound> sent() {
    return List.copyOf(sent);
  }

  synchronized List<String> sentTo(Address to) {
    return sent.stream().filter(message -> message.to().equals(to)).map(Outbound::text).toList();
  }

  synchronized List<Timer> takeDue(Instant now) {
    List<Timer> due = timers.values().stream().filter(t -> !t.due().isAfter(now)).toList();
    due.forEach(timer -> timers.remove(timer.key()));
    return due;
  }
}
