package fr.duret.permanence;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.ReplaceOptions;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.templates.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bson.Document;

/// The flows and the templates that were last in force, as they were written: with them a service
/// starts whose files somebody has just spoilt.
final class LastGood {

  private static final String ID = "last";

  private final MongoCollection<Document> documents;

  LastGood(Store store) {
    this.documents = store.collection("dialogue");
  }

  /// The files of both, by their names.
  record Kept(Map<String, String> flows, Map<String, String> templates) {

    static Kept of(FlowSet flows, Templates templates) {
      return new Kept(flows.sources(), templates.files());
    }
  }

  /// What was last in force here or on another node; empty before the first start.
  Optional<Kept> read() {
    return Optional.ofNullable(documents.find(eq("_id", ID)).first())
        .map(last -> new Kept(files(last, "flows"), files(last, "templates")));
  }

  void keep(Kept files) {
    Document last =
        new Document("_id", ID)
            .append("flows", list(files.flows()))
            .append("templates", list(files.templates()));
    documents.replaceOne(eq("_id", ID), last, new ReplaceOptions().upsert(true));
  }

  /// A list: the store's keys must not hold the dots of file names.
  private static List<Document> list(Map<String, String> files) {
    return files.entrySet().stream()
        .map(file -> new Document("name", file.getKey()).append("text", file.getValue()))
        .toList();
  }

  private static Map<String, String> files(Document from, String key) {
    return from.getList(key, Document.class).stream()
        .collect(Collectors.toMap(file -> file.getString("name"), file -> file.getString("text")));
  }
}
