package fr.duret.permanence.outbox;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.journal.ManualClock;
import fr.duret.permanence.journal.Nodes;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.store.Store;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.bson.Document;

/// Measures what the disk and the store allow: the bare sequence of the durable writes of a turn
/// with one effect, without any of the thinking in between. See docs/performance.md.
///
/// Arguments: turns per round, threads, store URI (default: an embedded store in a new folder).
public final class TurnWritesLoad {

  private static final int DEFAULT_TURNS = 2000;
  private static final int DEFAULT_THREADS = 16;
  private static final int FSYNCS = 500;
  private static final int BLOCK = 4096;

  private final int turns;
  private final int threads;
  private final Journal journal;
  private final MongoOutbox outbox;
  private final MongoCollection<Document> conversations;
  private final MongoCollection<Document> effects;

  private TurnWritesLoad(Store store, int turns, int threads) {
    this.turns = turns;
    this.threads = threads;
    Nodes nodes = new Nodes(store, "load", System::nanoTime, Duration.ofMinutes(10), true);
    journal = new Journal(store, nodes);
    outbox = new MongoOutbox(store);
    conversations = store.collection("load-conversations");
    effects = store.collection("load-effects");
  }

  /// Runs the load and prints its figures.
  public static void main(String[] args) throws IOException, InterruptedException {
    int turns = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_TURNS;
    int threads = args.length > 1 ? Integer.parseInt(args[1]) : DEFAULT_THREADS;
    Path folder = Files.createTempDirectory("turn-writes");
    fsyncs(folder);
    try (Store store = Store.open(args.length > 2 ? args[2] : "embedded:" + folder)) {
      TurnWritesLoad load = new TurnWritesLoad(store, turns, threads);
      load.measure("warm-up: turns of 6 writes", i -> load.turn("w" + i));
      load.measure("one durable insert (floor)", i -> load.receive("f" + i));
      load.measure("turns of 4 writes (no effect)", i -> load.shortTurn("s" + i));
      load.measure("turns of 6 writes (one effect)", i -> load.turn("t" + i));
    }
  }

  private static void fsyncs(Path folder) throws IOException {
    long[] took = new long[FSYNCS];
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("fsync"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int i = 0; i < FSYNCS; i++) {
        long began = System.nanoTime();
        file.write(ByteBuffer.allocate(BLOCK));
        file.force(false);
        took[i] = System.nanoTime() - began;
      }
    }
    report("fsync of 4 KiB, one thread", took, Arrays.stream(took).sum());
  }

  private void measure(String what, IntConsumer one) throws InterruptedException {
    AtomicInteger next = new AtomicInteger();
    ConcurrentLinkedQueue<Long> took = new ConcurrentLinkedQueue<>();
    long began = System.nanoTime();
    List<Thread> workers =
        IntStream.range(0, threads)
            .mapToObj(i -> Thread.ofVirtual().start(() -> work(next, took, one)))
            .toList();
    for (Thread worker : workers) {
      worker.join();
    }
    long all = System.nanoTime() - began;
    report(what, took.stream().mapToLong(Long::longValue).toArray(), all);
  }

  private void work(AtomicInteger next, ConcurrentLinkedQueue<Long> took, IntConsumer one) {
    for (int i = next.getAndIncrement(); i < turns; i = next.getAndIncrement()) {
      long began = System.nanoTime();
      one.accept(i);
      took.add(System.nanoTime() - began);
    }
  }

  private static void report(String what, long[] took, long all) {
    Arrays.sort(took);
    System.out.printf(
        "%-32s %7.0f/s   p50 %6.1f ms   p99 %6.1f ms%n",
        what,
        took.length / (all / 1e9),
        took[took.length / 2] / 1e6,
        took[took.length * 99 / 100] / 1e6);
  }

  /// Journal entry, commit of the conversation, outbox, handled.
  private void shortTurn(String id) {
    receive(id);
    conversations.insertOne(new Document("_id", id).append("version", 1L).append("state", id));
    finish(id);
  }

  /// The same with a claim before and an effect in between.
  private void turn(String id) {
    receive(id);
    conversations.insertOne(new Document("_id", id).append("version", 1L).append("turn", id));
    effects.insertOne(new Document("_id", id + "#0").append("what", "hold"));
    conversations.updateOne(
        Filters.and(Filters.eq("_id", id), Filters.eq("version", 1L)),
        Updates.combine(
            Updates.set("version", 2L), Updates.set("state", id), Updates.unset("turn")));
    finish(id);
  }

  private void finish(String id) {
    outbox.insertSending(Samples.answer(id, address(id)), "load", ManualClock.START);
    journal.handled(List.of(id), "answered");
  }

  private void receive(String id) {
    journal.receive(
        new Inbound(
            id,
            Channel.SMS,
            address(id),
            "+33450000000",
            "Bonsoir je voudrais un rdv pour l'entretien annuel svp",
            List.of(),
            ManualClock.START));
  }

  private static Address address(String id) {
    return Address.mailbox(id + "@example.fr");
  }
}
