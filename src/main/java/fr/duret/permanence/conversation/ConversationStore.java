package fr.duret.permanence.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where conversations are kept.
interface ConversationStore {

  /// The document with that id.
  Optional<Conversation> find(String id);

  /// The documents with those ids, as far as there are any.
  Map<String, Conversation> findAll(Collection<String> ids);

  /// The ids of conversations that have not been ended, though their last turn was before that.
  ///
  /// @param limit at most so many
  List<String> openSince(Instant before, int limit);

  /// Writes a conversation if it still stands at the version it was read with; its version is then
  /// one higher.
  ///
  /// @return false if somebody else wrote meanwhile: nothing has changed
  boolean save(Conversation conversation);

  /// Marks a turn as begun and writes nothing else, if the conversation still stands at that
  /// version; its version is then one higher.
  ///
  /// @param version 0 if the conversation is not there yet
  /// @return false if somebody else wrote meanwhile
  boolean claim(String id, long version, Conversation.Claim claim);
}
