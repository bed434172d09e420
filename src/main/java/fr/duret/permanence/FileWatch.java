package fr.duret.permanence;

import fr.duret.permanence.conversation.FlowLibrary;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.journal.Pulse;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.templates.Templates;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Decides which flows and templates are in force: at start, and while the service runs as soon as
/// files are saved.
///
/// Both folders come into force together, or not at all: what is wrong in one of them leaves the
/// old version of both in force, and is told until it is mended. At start the old version is what
/// was last in force on this store.
final class FileWatch implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FileWatch.class);
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final DialogueFiles files;
  private final Templates templates;
  private final LastGood lastGood;
  private final FlowLibrary flows;
  private final Pulse pulse = new Pulse("files", INTERVAL, this::look);
  private volatile List<String> problems = List.of();
  private String seen;

  /// Puts what the folders hold in force, or else what was last in force.
  ///
  /// @param templates what the folder of templates holds, whether or not it is good; they are the
  ///   ones in force afterwards
  /// @throws InvalidDialogue if the folders are wrong and nothing was ever in force
  FileWatch(DialogueFiles files, Templates templates, Store store) {
    this.files = files;
    this.templates = templates;
    this.lastGood = new LastGood(store);
    this.seen = files.fingerprint();
    this.flows = new FlowLibrary(begin(files.read(templates)), store);
  }

  private FlowSet begin(Draft draft) {
    Optional<LastGood.Kept> last = lastGood.read();
    List<String> wrong = wrong(draft, last);
    Optional<FlowSet> good = draft.good();
    if (good.isPresent() && wrong.isEmpty()) {
      last.ifPresent(kept -> templates.follow(Templates.salvage(kept.templates())));
      lastGood.keep(LastGood.Kept.of(good.get(), templates));
      return good.get();
    }
    // Texts that only cost too much are better than none.
    FlowSet first =
        last.flatMap(this::again)
            .or(() -> good)
            .orElseThrow(() -> InvalidDialogue.of(draft.wrongTexts(), draft.wrongFlows()));
    tell(wrong);
    return first;
  }

  /// The cost is not looked at again where nothing has changed, nor where nothing could stand in.
  private List<String> wrong(Draft draft, Optional<LastGood.Kept> last) {
    boolean changed =
        last.isPresent()
            && draft.good().isPresent()
            && !last.get().equals(LastGood.Kept.of(draft.good().get(), templates));
    return changed ? files.tooDear(draft) : draft.problems();
  }

  private Optional<FlowSet> again(LastGood.Kept last) {
    Draft draft = files.check(Templates.salvage(last.templates()), last.flows());
    draft
        .good()
        .ifPresent(flows -> {
          templates.adopt(draft.templates());
          LOG.error("it starts with the flows and templates that were last in force");
        });
    return draft.good();
  }

  void start() {
    pulse.start();
  }

  @Override
  public void close() {
    pulse.close();
  }

  /// The flows in force and those of conversations under way.
  FlowLibrary flows() {
    return flows;
  }

  /// What keeps the files from being in force, each on a line with its file; empty if they are.
  List<String> problems() {
    return problems;
  }

  private void look() {
    try {
      String now = files.fingerprint();
      if (!now.equals(seen)) {
        seen = now;
        takeOver(files.read());
      }
    } catch (UncheckedIOException vanished) {
      // A file can vanish between being listed and being read; the next look finds out.
      seen = "";
      tell(List.of("files: cannot be read: " + vanished.getMessage()));
    }
  }

  private void takeOver(Draft draft) {
    Optional<FlowSet> good = draft.good();
    tell(good.isPresent() ? files.tooDear(draft) : draft.problems());
    if (good.isEmpty() || !problems.isEmpty()) {
      return;
    }
    templates.adopt(draft.templates());
    flows.enforce(good.get());
    lastGood.keep(LastGood.Kept.of(good.get(), templates));
    LOG.info("flows and templates are in force");
  }

  private void tell(List<String> found) {
    if (!found.equals(problems)) {
      found.forEach(problem -> LOG.error("not taken over: {}", problem));
    }
    problems = found;
  }
}
