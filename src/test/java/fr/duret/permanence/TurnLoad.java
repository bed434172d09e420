package fr.duret.permanence;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.twilio.security.RequestValidator;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.load.BareWrites;
import fr.duret.permanence.load.Fsyncs;
import fr.duret.permanence.load.Phase;
import fr.duret.permanence.load.Quietly;
import fr.duret.permanence.load.Times;
import fr.duret.permanence.load.Webhooks;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.store.Store;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.bson.BsonDocument;

/// Measures a whole turn of the production application, from the webhook until the provider's POST
/// begins, against the very same durable writes without the thinking in between, one after the
/// other in one run. See docs/performance.md.
///
/// Arguments: rounds, conversations a round, workers, seconds at half the load, store URI (default:
/// embedded).
public final class TurnLoad implements AutoCloseable {

  private static final int FSYNCS = 100;

  /// Rounds of turns alone, before anything is measured: what runs once a turn runs some tens of
  /// thousands of times before Java's compiler is done with it, as it is in a service that has run
  /// for an hour.
  private static final int WARM_UP = 60;

  /// Whole rounds, to see that nothing changes any more.
  private static final int LAST_WARM_UP = 4;

  /// The first ones have visits already and do not write.
  private static final int FIRST_CLIENT = 200;

  /// Enough for the rounds and for what half the load may come to.
  private static final int CLIENTS = 20_000;

  private final PrintStream out;
  private final int conversations;
  private final int workers;
  private final Path folder;
  private final LoadedService service;
  private final Chats chats;
  private final Store bareStore;
  private final MongoClient bareClient;
  private final MongoDatabase bare;
  private final Journal floor;
  private final Map<Talk.Kind, Map<String, LongAdder>> writes = new EnumMap<>(Talk.Kind.class);
  private int nextClient = FIRST_CLIENT;

  /// What one round came to.
  private record Round(Phase turns, Phase bare, Phase floor, Times fsync, double reads) {

    double ratio() {
      return turns.perSecond() / bare.perSecond();
    }
  }

  private TurnLoad(PrintStream out, int conversations, int workers, Path folder, String uri)
      throws IOException {
    this.out = out;
    this.conversations = conversations;
    this.workers = workers;
    this.folder = folder;
    this.service = new LoadedService(folder, uri, new LoadedService.Size(8, 150, CLIENTS));
    this.chats = new Chats(service);
    String second = service.beside("bare");
    this.bareStore = Store.open(second);
    this.bareClient = MongoClients.create(LoadedService.address(bareStore, second));
    this.bare = bareClient.getDatabase(LoadedService.databaseName(second));
    BareWrites.copy(service.database(), bare);
    this.floor = new Journal(bareStore, service.core().base().nodes());
  }

  /// Runs the load and prints its figures.
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int conversations = args.length > 1 ? Integer.parseInt(args[1]) : 200;
    int workers = args.length > 2 ? Integer.parseInt(args[2]) : 32;
    int seconds = args.length > 3 ? Integer.parseInt(args[3]) : 20;
    Path folder = Files.createTempDirectory("turn-load");
    String uri = LoadedService.uri(folder, args.length > 4 ? args[4] : "");
    PrintStream out = Quietly.logTo(folder.resolve("service.log"));
    try (TurnLoad load = new TurnLoad(out, conversations, workers, folder, uri)) {
      load.run(rounds, seconds);
    }
  }

  private void run(int rounds, int seconds) {
    out.printf(
        "%d workers, %d turns a round (one third each: offers, choice, status)%n",
        workers, 3 * conversations);
    warmUp();
    chats.clear();
    writes.clear();
    List<Round> measured = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      measured.add(round(false));
      tell("round " + (i + 1), measured.getLast());
    }
    writes.clear();
    tell("reads", round(true));
    double[] ratios = measured.stream().mapToDouble(Round::ratio).toArray();
    out.printf("turns against their bare writes: median %.2f of them%n", Times.median(ratios));
    tellWrites();
    double[] turns = measured.stream().mapToDouble(round -> round.turns.perSecond()).toArray();
    atHalf(Times.median(turns) / 2, seconds);
  }

  private void warmUp() {
    for (int i = 0; i < WARM_UP; i++) {
      Phase turns = chats.closed(talks(), workers, new ArrayList<>());
      if (i % (WARM_UP / 10) == 0) {
        out.printf(
            "warm-up  turns %5.0f/s, %4.1f ms cpu, %4.1f ms compiling%n",
            turns.perSecond(), turns.processorMillis(), turns.compilingMillis());
      }
      service.settleTurns();
      service.clear(service.database());
    }
    for (int i = 0; i < LAST_WARM_UP; i++) {
      tell("warm-up", round(false));
    }
  }

  private List<Talk> talks() {
    int first = nextClient;
    nextClient += conversations;
    return Talk.of(first, nextClient, workers);
  }

  private void tell(String name, Round round) {
    out.printf(
        "%-8s turns %5.0f/s %s %4.1f ms cpu, %3.1f compiling | bare %5.0f/s %s %4.1f ms cpu | ratio %.2f | floor %5.0f/s %s | fsync %s |"
            + " %.1f reads a turn%n",
        name,
        round.turns.perSecond(),
        round.turns.times(),
        round.turns.processorMillis(),
        round.turns.compilingMillis(),
        round.bare.perSecond(),
        round.bare.times(),
        round.bare.processorMillis(),
        round.ratio(),
        round.floor.perSecond(),
        round.floor.times(),
        round.fsync,
        round.reads);
  }

  /// The service's turns, then the bare writes of the same turns, then the floor, then the disk.
  ///
  /// @param andReads whether to note what is read too
  private Round round(boolean andReads) {
    service.recorder().begin(andReads);
    List<Talk> talks = talks();
    List<Chats.Made> made = new ArrayList<>();
    Phase turns = chats.closed(talks, workers, made);
    double reads = (double) service.recorder().reads() / made.size();
    service.settle();
    Map<String, List<BsonDocument>> recorded = service.recorder().end();
    count(made, recorded);
    countReads(made, service.recorder().sought());
    List<List<BsonDocument>> again =
        made.stream()
            .map(turn -> BareWrites.repeatable(recorded.getOrDefault(turn.trace(), List.of())))
            .toList();
    Phase plain = Phase.run(workers, again.size(), i -> bareTurn(again.get(i)));
    Round round = new Round(turns, plain, floor(talks), Fsyncs.measure(folder, FSYNCS), reads);
    service.clear(service.database(), bare);
    return round;
  }

  /// What comes before the POST one after the other; the rest beside the next turn, as in the
  /// service.
  private void bareTurn(List<BsonDocument> turn) {
    int first = BareWrites.beforePost(turn);
    BareWrites writing = new BareWrites(bare);
    writing.write(turn.subList(0, first));
    Thread.startVirtualThread(() -> writing.write(turn.subList(first, turn.size())));
  }

  /// A webhook's signature and its durable entry, and nothing else.
  private Phase floor(List<Talk> talks) {
    RequestValidator validator = new RequestValidator(Webhooks.TOKEN);
    List<Webhooks.Webhook> webhooks =
        talks.stream().map(talk -> service.webhooks().of(talk.number(), talk.text())).toList();
    return Phase.run(workers, webhooks.size(), i -> floor(validator, webhooks.get(i)));
  }

  private void floor(RequestValidator validator, Webhooks.Webhook webhook) {
    Map<String, String> form = webhook.form();
    if (!validator.validate(service.webhooks().url(), form, webhook.signature())) {
      throw new IllegalStateException("a good signature was refused");
    }
    floor.receive(
        new Inbound(
            "twilio:" + form.get("MessageSid"),
            Channel.SMS,
            Address.phone(form.getOrDefault("From", "")).orElseThrow(),
            form.getOrDefault("To", ""),
            form.getOrDefault("Body", ""),
            List.of(),
            InstantSource.system().instant()));
  }

  private void count(List<Chats.Made> made, Map<String, List<BsonDocument>> recorded) {
    for (Chats.Made turn : made) {
      List<BsonDocument> all = recorded.getOrDefault(turn.trace(), List.of());
      int before = BareWrites.beforePost(all);
      count(turn.talk().kind(), "turns");
      for (int i = 0; i < all.size(); i++) {
        String when = i < before ? "before the POST: " : "later: ";
        count(turn.talk().kind(), when + BareWrites.name(all.get(i)));
      }
    }
  }

  /// What a turn's thread reads before it knows which entry it deals with belongs to no turn here.
  private void countReads(List<Chats.Made> made, Map<String, List<String>> sought) {
    for (Chats.Made turn : made) {
      sought
          .getOrDefault(turn.trace(), List.of())
          .forEach(read -> count(turn.talk().kind(), "read: " + read));
    }
  }

  private void count(Talk.Kind kind, String what) {
    writes
        .computeIfAbsent(kind, one -> new TreeMap<>())
        .computeIfAbsent(what, one -> new LongAdder())
        .increment();
  }

  private void tellWrites() {
    writes.forEach((kind, names) -> {
      double turns = Objects.requireNonNull(names.get("turns")).sum();
      out.println(kind + " " + chats.answered().get(kind) + "; durable writes and reads a turn:");
      names.forEach((name, count) -> out.printf("  %4.2f %s%n", count.sum() / turns, name));
    });
    out.printf(
        "answers that were not what they should be: %d; messages nobody waited for: %d%n",
        chats.odd(), service.sink().unawaited());
  }

  private void atHalf(double perSecond, int seconds) {
    int count = Math.min((int) (perSecond * seconds) / 3, CLIENTS - nextClient);
    List<Talk> talks = Talk.of(nextClient, nextClient + count, (int) perSecond);
    Times all = chats.open(talks, perSecond);
    out.printf("at half that load (%.0f/s, each at its own time): %s%n", perSecond, all);
    chats.answered().forEach((kind, times) -> out.println("  " + kind + " " + times));
    out.println("  fsync beside it " + Fsyncs.measure(folder, FSYNCS));
  }

  @Override
  public void close() throws IOException {
    bareClient.close();
    bareStore.close();
    service.close();
  }
}
