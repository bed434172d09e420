package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// A provider that remembers what reached it and behaves as it is told.
final class FakeProvider implements Transport {

  static final Duration SETTLE = Duration.ofSeconds(60);

  /// What reached it: our ids, in order. A real provider would send each of them.
  final Queue<Outbound> accepted = new ConcurrentLinkedQueue<>();

  /// Whether two messages to one address were ever being handed over at the same time.
  final AtomicInteger collisions = new AtomicInteger();

  private final Map<Address, Boolean> busy = new ConcurrentHashMap<>();

  /// How it takes the next messages.
  volatile Function<Outbound, Attempt> behaviour = this::accept;

  volatile Function<Doubt, Finding> memory = this::remember;

  volatile Duration timeout = Duration.ofSeconds(10);

  Attempt accept(Outbound message) {
    accepted.add(message);
    return new Attempt.Sent("P-" + message.id());
  }

  Finding remember(Doubt doubt) {
    return accepted.stream()
        .map(Outbound::id)
        .filter(doubt.message().id()::equals)
        .findFirst()
        .map(id -> "P-" + id)
        .filter(id -> !doubt.attributed().test(id))
        .<Finding>map(Finding.Left::new)
        .orElseGet(Finding.NeverLeft::new);
  }

  List<String> ids() {
    return accepted.stream().map(Outbound::id).toList();
  }

  @Override
  public Attempt send(Outbound message) {
    if (busy.put(message.to(), true) != null) {
      collisions.incrementAndGet();
    }
    try {
      return behaviour.apply(message);
    } finally {
      busy.remove(message.to());
    }
  }

  @Override
  public Duration timeout() {
    return timeout;
  }

  @Override
  public Duration settleAfter() {
    return SETTLE;
  }

  @Override
  public Finding settle(Doubt doubt) {
    return memory.apply(doubt);
  }
}
