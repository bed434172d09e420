package fr.duret.permanence.technicians;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import fr.duret.permanence.store.Index;
import fr.duret.permanence.store.Store;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Absences and jobs as they are stored; times are local and sort as text.
final class MongoBlocks {

  private final MongoCollection<Document> blocks;

  MongoBlocks(Store store) {
    blocks = store.collection("technician-blocks", Index.on("to"));
  }

  void insertAll(List<Block> all) {
    try {
      blocks.insertMany(
          all.stream().map(MongoBlocks::write).toList(), new InsertManyOptions().ordered(false));
    } catch (MongoBulkWriteException some) {
      if (!Store.isOnlyDuplicates(some)) {
        throw some;
      }
    }
  }

  Optional<Block> find(String id) {
    return Optional.ofNullable(blocks.find(eq("_id", id)).first()).map(MongoBlocks::read);
  }

  void delete(String id) {
    blocks.deleteOne(eq("_id", id));
  }

  List<Block> between(LocalDateTime from, LocalDateTime to) {
    List<Block> found = new ArrayList<>();
    blocks
        .find(and(gt("to", from.toString()), lt("from", to.toString())))
        .forEach(document -> found.add(read(document)));
    return found;
  }

  private static Document write(Block block) {
    return new Document("_id", block.id())
        .append("technician", block.technician())
        .append("kind", block.kind().name())
        .append("from", block.from().toString())
        .append("to", block.to().toString())
        .append("label", block.label());
  }

  private static Block read(Document document) {
    return new Block(
        document.getString("_id"),
        document.getString("technician"),
        Block.Kind.valueOf(document.getString("kind")),
        LocalDateTime.parse(document.getString("from")),
        LocalDateTime.parse(document.getString("to")),
        document.getString("label"));
  }
}
