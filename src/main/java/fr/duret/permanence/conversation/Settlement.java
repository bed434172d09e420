package fr.duret.permanence.conversation;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.conversation.Conversation.Done;
import fr.duret.permanence.journal.Entry;
import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Does what a committed turn left to do. Everything may be done twice, so nothing is struck off:
/// that the turn's entries no longer wait tells that all was done.
final class Settlement {

  /// The kind of the timers that watch silences.
  static final String KIND = "conversation-silence";

  /// The name under which such a timer keeps the conversation's id.
  static final String CONVERSATION = "conversation";

  private final Resolver resolver;
  private final Entries entries;
  private final Aftermath aftermath;
  private final Registry registry;

  Settlement(Resolver resolver, Entries entries, Aftermath aftermath, Registry registry) {
    this.resolver = resolver;
    this.entries = entries;
    this.aftermath = aftermath;
    this.registry = registry;
  }

  void finish(Conversation conversation) {
    conversation.done.ifPresent(done -> finish(conversation, done));
  }

  /// Finishes what a crash left undone of the turn before.
  ///
  /// @param waiting what waits of that address, read after the conversation
  void finishIfLeft(Conversation conversation, Address address, List<Entry> waiting) {
    conversation
        .done
        .filter(done -> left(conversation, done, address, waiting))
        .ifPresent(done -> finish(conversation, done));
  }

  /// Those of the waiting entries that no earlier turn has taken; marks the others.
  List<Entry> notTaken(Conversation conversation, List<Entry> waiting) {
    List<String> again =
        waiting.stream().map(Entry::id).filter(conversation.taken::contains).toList();
    if (!again.isEmpty()) {
      entries.handled(again, "taken before");
    }
    List<String> last = conversation.done.map(Done::entries).orElse(List.of());
    return waiting.stream()
        .filter(entry -> !last.contains(entry.id()) && !again.contains(entry.id()))
        .toList();
  }

  /// Leaves entries to the person who owns the conversation.
  void leave(List<String> ids, String who) {
    entries.handled(ids, "left to " + who);
  }

  void watch(String conversation, Instant due) {
    aftermath.plan(
        new Timer("conversation/" + conversation, due, KIND, Map.of(CONVERSATION, conversation)));
  }

  private void finish(Conversation conversation, Done done) {
    done.recognised().ifPresent(person -> resolver.redirect(person, conversation));
    done.replies().forEach(reply -> aftermath.owe(reply.message()));
    done.errands().forEach(registry::run);
    done.timer().ifPresent(due -> watch(conversation.id, due));
    if (!done.entries().isEmpty()) {
      entries.handled(done.entries(), done.outcome());
    }
  }

  private boolean left(Conversation conversation, Done done, Address address, List<Entry> waiting) {
    if (done.entries().isEmpty()) {
      return true;
    }
    Set<String> ids = waiting.stream().map(Entry::id).collect(Collectors.toSet());
    boolean sameAddress = conversation.address.filter(address::equals).isPresent();
    return done.entries().stream().anyMatch(ids::contains)
        || (!sameAddress && Turns.anyWaits(entries.find(done.entries())));
  }
}
