package fr.duret.permanence;

import fr.duret.permanence.journal.Trace;
import fr.duret.permanence.load.Phase;
import fr.duret.permanence.load.Times;
import fr.duret.permanence.load.TwilioSink;
import fr.duret.permanence.load.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Lets many clients write to a service and be answered, and times each answer from the webhook
/// until its POST begins.
final class Chats {

  private static final double SECOND = 1e9;

  private final LoadedService service;
  private final Map<String, CompletableFuture<Boolean>> talking = new ConcurrentHashMap<>();
  private final Map<Talk.Kind, Times> answered = new ConcurrentHashMap<>();
  private final LongAdder odd = new LongAdder();

  Chats(LoadedService service) {
    this.service = service;
  }

  /// A turn as it was made.
  ///
  /// @param trace what its writes are recorded under
  record Made(Talk talk, String trace) {}

  /// So many clients at a time, each turn when the one before is answered.
  ///
  /// @param made gets the turns in the order in which they began
  Phase closed(List<Talk> talks, int workers, List<Made> made) {
    List<Webhooks.Webhook> webhooks =
        talks.stream().map(talk -> service.webhooks().of(talk.number(), talk.text())).toList();
    for (int i = 0; i < talks.size(); i++) {
      made.add(new Made(talks.get(i), trace(webhooks.get(i))));
    }
    return Phase.run(
        workers, talks.size(), i -> turn(talks.get(i), webhooks.get(i), System::nanoTime));
  }

  /// Each webhook at its own time, whether or not those before it are answered; what an answer
  /// takes is counted from that time.
  Times open(List<Talk> talks, double perSecond) {
    answered.clear();
    long begin = System.nanoTime();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < talks.size(); i++) {
      Talk talk = talks.get(i);
      long due = begin + (long) (i / perSecond * SECOND);
      Webhooks.Webhook webhook = service.webhooks().of(talk.number(), talk.text());
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      threads.add(Thread.startVirtualThread(() -> turn(talk, webhook, () -> due)));
    }
    threads.forEach(Phase::join);
    return all();
  }

  private static String trace(Webhooks.Webhook webhook) {
    return Trace.of("twilio:" + webhook.form().get("MessageSid"));
  }

  /// Writes once the client has had the answer to what he wrote before, and waits for the answer.
  private void turn(Talk talk, Webhooks.Webhook webhook, LongSupplier due) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    @Nullable CompletableFuture<Boolean> before = talking.put(talk.number(), done);
    if (before != null) {
      before.join();
    }
    long from = due.getAsLong();
    CompletableFuture<TwilioSink.Post> answer = service.sink().next(talk.number());
    service.webhooks().post(webhook);
    TwilioSink.Post post = answer.join();
    if (!talk.kind().fits(post.text())) {
      odd.increment();
    }
    answered.computeIfAbsent(talk.kind(), kind -> new Times()).add(post.begun() - from);
    done.complete(true);
  }

  /// Forgets what was measured.
  void clear() {
    answered.clear();
    odd.reset();
  }

  /// What the answers took, by kind of turn.
  Map<Talk.Kind, Times> answered() {
    return answered;
  }

  /// What all answers took.
  Times all() {
    Times all = new Times();
    answered.values().forEach(all::addAll);
    return all;
  }

  /// How many answers were not what such a turn should get: another dialogue was measured then.
  long odd() {
    return odd.sum();
  }
}
