package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.message.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Begins conversations: another one when the time of the last is over, by the flows in force then,
/// to which it keeps.
final class Beginnings {

  private final Services services;
  private final FlowLibrary library;
  private final ConversationSettings settings;

  Beginnings(Services services, FlowLibrary library, ConversationSettings settings) {
    this.services = services;
    this.library = library;
    this.settings = settings;
  }

  /// The version of the flows that a turn at that time goes by.
  String version(Conversation conversation, Instant now) {
    return fresh(conversation, now) ? library.current().hash() : conversation.dialogue.flows;
  }

  /// Begins another conversation if the time of the last one is over, and recognises whoever has
  /// this address for himself.
  ///
  /// @return who was known before the turn
  Optional<String> begin(Conversation conversation, String flows, Instant now) {
    if (fresh(conversation, now)) {
      conversation.number++;
      conversation.open = true;
      conversation.dialogue = new Dialogue();
      conversation.silence = Optional.empty();
    }
    if (conversation.owner.isPresent() && !conversation.ownedByPerson(now)) {
      conversation.endStretch(conversation.owner.get().until());
      // He last talked with a person: he is told again that a machine answers.
      conversation.dialogue.greeted = false;
    }
    Dialogue dialogue = conversation.dialogue;
    dialogue.flows = flows;
    Optional<String> before = dialogue.person;
    if (before.isEmpty()) {
      List<String> persons = services.people().behind(conversation.address.orElseThrow());
      if (persons.size() == 1) {
        dialogue.recognise(persons.getFirst(), Level.NUMBER);
      }
    }
    return before;
  }

  /// The flows that a dialogue goes by.
  FlowSet flows(Dialogue dialogue) {
    Optional<FlowSet> begun = library.version(dialogue.flows);
    FlowSet flows = begun.orElseGet(library::current);
    if (begun.isEmpty()) {
      // Published versions are kept for ever; a store restored from an old copy may lack one.
      dialogue.flows = flows.hash();
      dialogue.subject.at =
          dialogue.subject.at.filter(at -> flows.step(at.flow(), at.step()).isPresent());
    }
    return flows;
  }

  private boolean fresh(Conversation conversation, Instant now) {
    return conversation.number == 0 || conversation.stale(now, settings.end());
  }
}
