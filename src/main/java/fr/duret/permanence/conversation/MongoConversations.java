package fr.duret.permanence.conversation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;

/// Conversations in the store; found by their id alone.
final class MongoConversations implements ConversationStore {

  private final MongoCollection<Document> documents;

  MongoConversations(Store store) {
    this.documents =
        store.collection("conversations", Index.on(ConversationDocuments.OPEN).onlyWherePresent());
  }

  @Override
  public Optional<Conversation> find(String id) {
    return Optional.ofNullable(documents.find(eq("_id", id)).first())
        .map(ConversationDocuments::read);
  }

  @Override
  public Map<String, Conversation> findAll(Collection<String> ids) {
    Map<String, Conversation> found = new HashMap<>();
    documents
        .find(in("_id", ids))
        .map(ConversationDocuments::read)
        .forEach(conversation -> found.put(conversation.id, conversation));
    return found;
  }

  @Override
  public List<String> openSince(Instant before, int limit) {
    return documents
        .find(lt(ConversationDocuments.OPEN, Date.from(before)))
        .projection(include("_id"))
        .limit(limit)
        .map(document -> document.getString("_id"))
        .into(new ArrayList<>());
  }

  @Override
  public boolean save(Conversation conversation) {
    long former = conversation.version;
    Document document = ConversationDocuments.write(conversation).append("version", former + 1);
    boolean saved = former == 0 ? inserted(document) : replaced(document, former);
    if (saved) {
      conversation.version = former + 1;
    }
    return saved;
  }

  @Override
  public boolean claim(String id, long version, Conversation.Claim claim) {
    if (version == 0) {
      Conversation fresh = new Conversation(id);
      fresh.claim = Optional.of(claim);
      return save(fresh);
    }
    var change =
        combine(set("claim", ConversationDocuments.write(claim)), set("version", version + 1));
    return documents
            .updateOne(and(eq("_id", id), eq("version", version)), change)
            .getModifiedCount()
        == 1;
  }

  private boolean replaced(Document document, long former) {
    return documents
            .replaceOne(and(eq("_id", document.getString("_id")), eq("version", former)), document)
            .getModifiedCount()
        == 1;
  }

  private boolean inserted(Document document) {
    try {
      documents.insertOne(document);
      return true;
    } catch (MongoWriteException e) {
      if (Store.isDuplicate(e)) {
        return false;
      }
      throw e;
    }
  }
}
