package fr.duret.permanence.journal;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Which nodes own unfinished documents of a collection. The field `node` is present only while a
/// node owns the document, and has a sparse index: what is finished costs nothing here.
public final class Owners {

  /// The field that names the owner.
  public static final String NODE = "node";

  private final MongoCollection<Document> documents;

  /// Owners of those documents.
  public Owners(MongoCollection<Document> documents) {
    this.documents = documents;
  }

  /// The names of all owners, by one step in the index per owner.
  public List<String> all() {
    List<String> names = new ArrayList<>();
    String last = "";
    @Nullable Document next = after(last);
    while (next != null) {
      last = next.getString(NODE);
      names.add(last);
      next = after(last);
    }
    return names;
  }

  /// Those owners whose work may be taken over.
  public List<String> gone(Nodes nodes) {
    return all().stream().filter(nodes::gone).toList();
  }

  /// Whether anybody owns anything.
  public boolean any() {
    return after("") != null;
  }

  /// Matches the document if that node still owns it.
  public static Bson owned(String id, String node) {
    return and(eq("_id", id), eq(NODE, node));
  }

  private @Nullable Document after(String name) {
    return documents
        .find(gt(NODE, name))
        .sort(Sorts.ascending(NODE))
        .projection(Projections.include(NODE))
        .limit(1)
        .first();
  }
}
