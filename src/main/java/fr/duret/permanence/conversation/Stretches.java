package fr.duret.permanence.conversation;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.conversation.Conversation.Done;
import fr.duret.permanence.conversation.Conversation.Owner;
import fr.duret.permanence.conversation.Conversation.Reply;
import fr.duret.permanence.journal.Trace;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Rendered;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The times during which a person answers instead of the bot. The client is told of both ends, so
/// that he always knows whom he is talking to; a stretch that nobody ends, ends by itself.
///
/// Works on a conversation that the caller has read and locked, and writes it.
final class Stretches {

  /// The kind of the timers that end stretches.
  static final String KIND = "conversation-stretch";

  private static final String BEGINS = "bureau/prend-la-suite";
  private static final String ENDS = "bureau/rend-la-main";

  static final Set<String> TEMPLATES = Set.of(BEGINS, ENDS);

  private final Services services;
  private final ConversationStore store;
  private final Entries entries;
  private final Beginnings beginnings;
  private final Settlement settlement;
  private final Aftermath aftermath;
  private final ConversationSettings settings;

  Stretches(
      Services services,
      ConversationStore store,
      Entries entries,
      Beginnings beginnings,
      Settlement settlement,
      Aftermath aftermath,
      ConversationSettings settings) {
    this.services = services;
    this.store = store;
    this.entries = entries;
    this.beginnings = beginnings;
    this.settlement = settlement;
    this.aftermath = aftermath;
    this.settings = settings;
  }

  /// Gives a conversation to a person, or prolongs his stretch.
  void begin(Conversation conversation, Address address, String who, Instant now) {
    settlement.finishIfLeft(conversation, address, entries.waiting(address));
    conversation.address = conversation.address.or(() -> Optional.of(address));
    beginnings.begin(conversation, beginnings.version(conversation, now), now);
    boolean prolonged = conversation.ownedBy(who, now);
    Instant since = prolonged ? conversation.owner.orElseThrow().since() : now;
    Instant until = now.plus(settings.stretch());
    if (!prolonged) {
      conversation.endStretch(now);
      new TakingBack(aftermath).all(conversation, now);
      tell(conversation, BEGINS, who, Optional.of(now), now);
    }
    conversation.owner = Optional.of(new Owner(who, since, until));
    conversation.silence = Optional.empty();
    conversation.last = now;
    aftermath.plan(timer(conversation.id, until));
    write(conversation);
  }

  /// Gives a conversation back to the bot. What it had been asking is not asked again unless the
  /// client comes back to it, because others have spoken since.
  void end(Conversation conversation, Address address, Instant now) {
    end(conversation, address, Optional.of(now), now);
  }

  /// @param asked empty if nobody is there just now, so that the client is told at a decent hour
  private void end(
      Conversation conversation, Address address, Optional<Instant> asked, Instant now) {
    if (conversation.owner.isEmpty()) {
      return;
    }
    settlement.finishIfLeft(conversation, address, entries.waiting(address));
    String who = conversation.owner.map(Owner::who).orElseThrow();
    conversation.endStretch(now);
    conversation.dialogue.spokenOver();
    // The words that end the stretch say that a machine answers.
    conversation.dialogue.greeted = true;
    conversation.last = now;
    tell(conversation, ENDS, who, asked, now);
    write(conversation);
  }

  /// Ends a stretch that nobody has ended, if it was not prolonged meanwhile.
  void lapse(Conversation conversation, Timer timer) {
    Instant now = timer.due();
    if (conversation.owner.isPresent() && !conversation.ownedByPerson(now)) {
      end(conversation, conversation.address.orElseThrow(), Optional.empty(), now);
    }
  }

  private static Timer timer(String conversation, Instant until) {
    return new Timer(
        "conversation-stretch/" + conversation,
        until,
        KIND,
        Map.of(Settlement.CONVERSATION, conversation));
  }

  /// Written with the conversation, so that it is neither lost nor said twice.
  private void tell(
      Conversation conversation,
      String template,
      String who,
      Optional<Instant> asked,
      Instant now) {
    String cause = template + "/" + conversation.name() + "/" + now.toEpochMilli();
    Rendered text = services.texts().write(template, conversation.channel, Map.of("office", who));
    Outbound message =
        new Outbound(
            cause,
            Trace.of(cause),
            conversation.channel,
            conversation.address.orElseThrow(),
            template,
            text.purpose(),
            text.needs(),
            text.wantsAnswer(),
            asked,
            text.text(),
            Optional.empty(),
            now);
    conversation.happened(
        new Done(
            cause,
            List.of(),
            template,
            List.of(new Reply(message, false, false)),
            Optional.empty(),
            Optional.empty(),
            List.of()));
  }

  private void write(Conversation conversation) {
    if (!store.save(conversation)) {
      throw new Conflict();
    }
    settlement.finish(conversation);
  }
}
