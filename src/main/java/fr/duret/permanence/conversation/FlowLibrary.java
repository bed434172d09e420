package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.FlowCheck;
import fr.duret.permanence.conversation.flow.FlowFiles;
import fr.duret.permanence.conversation.flow.FlowReader;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Vocabulary;
import fr.duret.permanence.store.Store;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The flows in force and those of conversations under way.
///
/// Files changed on disk are noticed by whoever next asks for the flows in force, at most once a
/// second. They come into force whole and without any problem, or not at all.
public final class FlowLibrary {

  private static final Logger LOG = LoggerFactory.getLogger(FlowLibrary.class);
  private static final long INTERVAL = Duration.ofSeconds(1).toNanos();

  private final FlowFiles files;
  private final Vocabulary vocabulary;
  private final MongoFlows published;
  private final LongSupplier nanos;
  private final Map<String, FlowSet> versions = new ConcurrentHashMap<>();
  private volatile FlowSet current;
  private volatile List<String> problems = List.of();
  private volatile long lookedAt;
  private String seen;

  /// Reads a folder of flows and publishes them.
  ///
  /// @param nanos the machine's monotonic clock
  /// @throws InvalidFlows with every problem, each with file and line
  public FlowLibrary(Path folder, Vocabulary vocabulary, Store store, LongSupplier nanos) {
    this.files = new FlowFiles(folder);
    this.vocabulary = vocabulary;
    this.published = new MongoFlows(store);
    this.nanos = nanos;
    this.lookedAt = nanos.getAsLong();
    this.seen = files.fingerprint();
    FlowCheck.Checked checked = FlowCheck.check(files.read(), vocabulary);
    this.current = checked.flows().orElseThrow(() -> new InvalidFlows(checked.problems()));
    publish(current);
  }

  /// The flows in force, with which new conversations begin.
  public FlowSet current() {
    if (nanos.getAsLong() - lookedAt >= INTERVAL) {
      refresh();
    }
    return current;
  }

  /// Looks at the folder now. If anything in it is wrong, what was in force stays in force.
  ///
  /// @return the problems; empty if the folder is in force
  public synchronized List<String> refresh() {
    lookedAt = nanos.getAsLong();
    try {
      String fingerprint = files.fingerprint();
      // Files with problems are looked at again: what they miss may be a template saved later.
      if (!fingerprint.equals(seen) || !problems.isEmpty()) {
        FlowCheck.Checked checked = FlowCheck.check(files.read(), vocabulary);
        seen = fingerprint;
        tell(checked.problems());
        checked.flows().ifPresent(this::enforce);
      }
    } catch (UncheckedIOException unreadable) {
      // A file can vanish between being listed and being read; the next look finds out.
      tell(List.of("flows: cannot be read: " + unreadable.getMessage()));
    }
    return problems;
  }

  private void tell(List<String> found) {
    if (!found.equals(problems)) {
      found.forEach(problem -> LOG.error("flows not taken over: {}", problem));
    }
    problems = found;
  }

  /// What was wrong with the folder at the last look; empty if it is in force.
  public List<String> problems() {
    return problems;
  }

  /// A version that was once in force, here or on another node.
  public Optional<FlowSet> version(String hash) {
    FlowSet known = versions.get(hash);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<FlowSet> stored = published.files(hash).map(FlowReader::read);
    stored.ifPresent(flows -> versions.put(hash, flows));
    return stored;
  }

  private void enforce(FlowSet flows) {
    publish(flows);
    current = flows;
    LOG.info("flows {} are in force", flows.hash());
  }

  private void publish(FlowSet flows) {
    published.publish(flows);
    versions.put(flows.hash(), flows);
  }
}
