package fr.duret.permanence.load;

import static java.util.Collections.synchronizedList;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/// Notes every command that writes, by the trace of the turn it belongs to, so that the very same
/// writes can be made again without the thinking in between; and counts all commands.
public final class WriteRecorder implements CommandListener {

  private static final Set<String> WRITES = Set.of("insert", "update", "delete", "findAndModify");

  private static final BsonDocumentCodec TREES = new BsonDocumentCodec();

  private final Map<String, List<RawBsonDocument>> turns = new ConcurrentHashMap<>();
  private final LongAdder reads = new LongAdder();
  private final Map<String, List<String>> sought = new ConcurrentHashMap<>();
  private final LongAdder others = new LongAdder();
  private volatile boolean recording;
  private volatile boolean noting;

  /// Begins to note, forgetting what was noted before.
  ///
  /// @param andReads whether also what is sought, which costs a little
  public void begin(boolean andReads) {
    noting = andReads;
    turns.clear();
    reads.reset();
    sought.clear();
    others.reset();
    recording = true;
  }

  /// What was written since the beginning, by trace, in the order in which each turn wrote it.
  public Map<String, List<BsonDocument>> end() {
    recording = false;
    Map<String, List<BsonDocument>> trees = new HashMap<>();
    turns.forEach((trace, commands) ->
        trees.put(trace, commands.stream().map(command -> command.decode(TREES)).toList()));
    return trees;
  }

  /// Commands since the beginning that read.
  public long reads() {
    return reads.sum();
  }

  /// What was read since the beginning, by trace; under the empty trace what belongs to no turn.
  public Map<String, List<String>> sought() {
    return Map.copyOf(sought);
  }

  private static String kind(CommandStartedEvent event) {
    String name = event.getCommandName();
    BsonDocument command = event.getCommand();
    BsonValue collection = command.get(name);
    BsonValue filter = command.get("filter");
    return name
        + (collection != null && collection.isString()
            ? " " + collection.asString().getValue()
            : "")
        + (filter != null ? " by " + filter.asDocument().keySet() : "");
  }

  /// Writes since the beginning that belong to no turn: heartbeats, re-optimised days.
  public long others() {
    return others.sum();
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    if (!recording) {
      return;
    }
    if (!WRITES.contains(event.getCommandName())) {
      reads.increment();
      if (!noting) {
        return;
      }
      String trace = Objects.requireNonNullElse(MDC.get("trace"), "");
      sought.computeIfAbsent(trace, same -> synchronizedList(new ArrayList<>())).add(kind(event));
      return;
    }
    // As bytes: trees of so many documents would burden every collection of garbage meanwhile.
    RawBsonDocument command = new RawBsonDocument(event.getCommand(), TREES);
    @Nullable String trace = trace(command);
    if (trace == null) {
      others.increment();
    } else {
      turns.computeIfAbsent(trace, same -> synchronizedList(new ArrayList<>())).add(command);
    }
  }

  /// A turn's thread bears its trace; the journal's entry is written before there is a turn.
  private static @Nullable String trace(BsonDocument command) {
    @Nullable String known = MDC.get("trace");
    if (known != null || !command.containsKey("documents")) {
      return known;
    }
    BsonValue trace = command.getArray("documents").getFirst().asDocument().get("trace");
    return trace == null ? null : trace.asString().getValue();
  }
}
