package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.FlowCheck;
import fr.duret.permanence.conversation.flow.FlowReader;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Vocabulary;
import fr.duret.permanence.store.Store;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The flows in force and those of conversations under way.
public final class FlowLibrary {

  private static final Logger LOG = LoggerFactory.getLogger(FlowLibrary.class);

  private final MongoFlows published;
  private final Map<String, FlowSet> versions = new ConcurrentHashMap<>();
  private volatile FlowSet current;

  /// Begins with those flows and publishes them.
  public FlowLibrary(FlowSet first, Store store) {
    this.published = new MongoFlows(store);
    this.current = first;
    publish(first);
  }

  /// Reads flows and checks them.
  ///
  /// @param files contents by the files' names
  /// @param vocabulary what they may name
  /// @throws InvalidFlows with every problem, each with file and line
  public static FlowSet read(Map<String, String> files, Vocabulary vocabulary) {
    FlowCheck.Checked checked = FlowCheck.check(files, vocabulary);
    return checked.flows().orElseThrow(() -> new InvalidFlows(checked.problems()));
  }

  /// The flows in force, with which new conversations begin.
  public FlowSet current() {
    return current;
  }

  /// Puts others in force, for conversations that begin from now on.
  public void enforce(FlowSet flows) {
    publish(flows);
    current = flows;
    LOG.debug("flows {} are in force", flows.hash());
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

  private void publish(FlowSet flows) {
    published.publish(flows);
    versions.put(flows.hash(), flows);
  }
}
