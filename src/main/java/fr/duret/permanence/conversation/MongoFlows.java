package fr.duret.permanence.conversation;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.store.Store;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/// The published versions of the flows, for ever: a conversation may go on with any of them, on any
/// node.
final class MongoFlows {

  private final MongoCollection<Document> documents;

  MongoFlows(Store store) {
    this.documents = store.collection("flows");
  }

  void publish(FlowSet flows) {
    List<Document> files =
        flows.sources().entrySet().stream()
            .map(file -> new Document("name", file.getKey()).append("text", file.getValue()))
            .toList();
    try {
      documents.insertOne(new Document("_id", flows.hash()).append("files", files));
    } catch (MongoWriteException e) {
      if (!Store.isDuplicate(e)) {
        throw e;
      }
    }
  }

  Optional<Map<String, String>> files(String hash) {
    return Optional.ofNullable(documents.find(eq("_id", hash)).first())
        .map(version ->
            version.getList("files", Document.class).stream()
                .collect(
                    Collectors.toMap(
                        file -> file.getString("name"), file -> file.getString("text"))));
  }
}
