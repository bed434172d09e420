package fr.duret.permanence;

import com.mongodb.client.MongoCollection;
import com.sun.management.OperatingSystemMXBean;
import fr.duret.permanence.load.Quietly;
import fr.duret.permanence.load.Times;
import fr.duret.permanence.store.embedded.EmbeddedServer;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;

/// Measures what a turn costs with three months of data of 600 clients and with ten times as much:
/// processor time of the whole process, and documents that queries read. Both services run in one
/// process and take turns, so that what else the machine does hits both. See docs/performance.md.
///
/// Arguments: rounds, conversations a round.
public final class GrowthLoad implements AutoCloseable {

  private static final int WORKERS = 8;
  private static final int WARM_UP = 3;
  private static final int BATCH = 1000;
  private static final double MILLION = 1e6;

  /// Documents of 600 clients in three months: some 60 messages a day, and what follows from them.
  private static final Map<String, Integer> THREE_MONTHS = threeMonths();

  private final LoadedService service;
  private final Chats chats;
  private int nextClient = 200;

  private GrowthLoad(int times) throws IOException {
    Path folder = Files.createTempDirectory("growth-load");
    this.service =
        new LoadedService(
            folder, "embedded:" + folder, new LoadedService.Size(8, 150, 600 * times + 1500));
    this.chats = new Chats(service);
    turns(40);
    for (Map.Entry<String, Integer> kind : THREE_MONTHS.entrySet()) {
      multiply(service.database().getCollection(kind.getKey()), kind.getValue() * times);
    }
  }

  private static Map<String, Integer> threeMonths() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("journal", 5400);
    counts.put("outbox", 5400);
    counts.put("visits", 1500);
    counts.put("booking-outcomes", 2000);
    counts.put("conversations", 1800);
    counts.put("timers", 3000);
    return counts;
  }

  /// Copies what is there, under other names and for other people, until there is so much.
  private static void multiply(MongoCollection<Document> collection, int wanted) {
    List<Document> models = collection.find().limit(BATCH).into(new ArrayList<>());
    List<Document> copies = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      copies.add(copy(models.get(i % models.size()), i));
      if (copies.size() == BATCH || i == wanted - 1) {
        collection.insertMany(copies);
        copies.clear();
      }
    }
  }

  /// Finished, three months ago at the latest, of somebody else.
  private static Document copy(Document model, int i) {
    Document copy = new Document(model).append("_id", model.getString("_id") + "/" + i);
    for (String field : List.of("order", "contact", "address", "person")) {
      if (copy.containsKey(field)) {
        copy.put(field, copy.getString(field) + "/" + i);
      }
    }
    if (copy.containsKey("day")) {
      copy.put("day", LocalDate.now(ZoneOffset.UTC).minusDays(1 + i % 90).toString());
    }
    List.of("waiting", "node", "pending", "slot", "next", "nextUrgent").forEach(copy::remove);
    return copy;
  }

  /// Measures and prints.
  public static void main(String[] args) throws IOException {
    int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 5;
    int conversations = args.length > 1 ? Integer.parseInt(args[1]) : 60;
    PrintStream out = Quietly.logTo(Files.createTempFile("growth-load", ".log"));
    try (GrowthLoad once = new GrowthLoad(1);
        GrowthLoad tenTimes = new GrowthLoad(10)) {
      for (int i = 0; i < WARM_UP; i++) {
        once.turns(conversations);
        tenTimes.turns(conversations);
      }
      double[] cpu = new double[rounds];
      double[] read = new double[rounds];
      for (int i = 0; i < rounds; i++) {
        Cost one = once.turns(conversations);
        Cost ten = tenTimes.turns(conversations);
        cpu[i] = ten.cpuMillis / one.cpuMillis;
        read[i] = ten.examined / one.examined;
        out.printf("once %s   ten times %s%n", one, ten);
      }
      out.printf(
          "with ten times the data a turn costs %.2f times the processor time and reads %.2f times"
              + " the documents (medians)%n",
          Times.median(cpu), Times.median(read));
    }
  }

  /// What a turn costs on the mean.
  private record Cost(double cpuMillis, double examined) {

    @Override
    public String toString() {
      return String.format("%.2f ms of processor time, %.0f documents read", cpuMillis, examined);
    }
  }

  private Cost turns(int conversations) {
    List<Talk> talks = Talk.of(nextClient, nextClient + conversations, WORKERS);
    nextClient += conversations;
    service.settle();
    long cpu = cpu();
    long examined = examined();
    chats.closed(talks, WORKERS, new ArrayList<>());
    Cost cost =
        new Cost(
            (cpu() - cpu) / MILLION / talks.size(),
            (double) (examined() - examined) / talks.size());
    service.settle();
    service.clear(service.database());
    return cost;
  }

  private long examined() {
    return service.store().embedded().map(EmbeddedServer::scans).orElseThrow().examined();
  }

  private static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  @Override
  public void close() throws IOException {
    service.close();
  }
}
