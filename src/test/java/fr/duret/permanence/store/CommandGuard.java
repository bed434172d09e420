package fr.duret.permanence.store;

import com.mongodb.MongoClientSettings;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonNull;
import org.bson.BsonValue;

/// Refuses every command, option and operator that `docs/store.md` does not allow, because the
/// embedded store and MongoDB might answer it differently.
///
/// The call that sends it fails with an [AssertionError]; where that is swallowed,
/// [#failIfAnythingWasRefused()] fails the test at its end. Install it with `Store.open(uri,
/// guard::install)`; [StoreExtension] does.
public final class CommandGuard implements CommandListener {

  private static final Set<String> UPDATE_OPTIONS = Set.of("q", "u", "multi", "upsert");
  private static final Set<String> DELETE_OPTIONS = Set.of("q", "limit");
  private static final Set<String> INDEX_OPTIONS = Set.of("key", "name", "unique", "sparse");
  private static final Set<String> PROJECTIONS = Set.of("$slice");

  private final Allowed allowed = Allowed.read();
  private final List<String> refusals = new CopyOnWriteArrayList<>();

  /// Adds the guard to a client's settings.
  public MongoClientSettings.Builder install(MongoClientSettings.Builder settings) {
    return settings.addCommandListener(this);
  }

  /// Fails if anything was refused since the start.
  public void failIfAnythingWasRefused() {
    if (!refusals.isEmpty()) {
      throw new AssertionError("not allowed by docs/store.md: " + refusals);
    }
  }

  @Override
  public void commandStarted(CommandStartedEvent event) {
    try {
      check(event.getCommandName(), event.getCommand());
    } catch (IllegalStateException e) {
      refusals.add(event.getCommandName() + ": " + e.getMessage());
      throw new AssertionError("not allowed by docs/store.md: " + e.getMessage(), e);
    }
  }

  private void check(String name, BsonDocument command) {
    Set<String> options = allowed.commands().get(name);
    if (options == null) {
      throw new IllegalStateException("the command " + name);
    }
    for (String field : command.keySet()) {
      boolean known =
          field.equals(name) || options.contains(field) || allowed.common().contains(field);
      allow(known, "the option " + field);
    }
    checkFilter(command.getDocument("filter", new BsonDocument()));
    checkFilter(command.getDocument("query", new BsonDocument()));
    checkProjection(command.getDocument("projection", new BsonDocument()));
    checkProjection(command.getDocument("fields", new BsonDocument()));
    if (command.containsKey("update") && name.equals("findAndModify")) {
      checkUpdate(command.get("update"));
    }
    each(command, "updates", this::checkUpdateStatement);
    each(command, "deletes", this::checkDelete);
    each(command, "indexes", index -> checkOptions(index, INDEX_OPTIONS));
    boolean ordered = command.getBoolean("ordered", BsonBoolean.TRUE).getValue();
    int updates = command.getArray("updates", new BsonArray()).size();
    allow(!ordered || updates < 2, "several updates in an ordered bulk write");
    if (name.equals("aggregate")) {
      checkCount(command.getArray("pipeline"));
    }
  }

  private static void each(BsonDocument command, String list, Consumer<BsonDocument> check) {
    command.getArray(list, new BsonArray()).forEach(element -> check.accept(element.asDocument()));
  }

  private void checkUpdateStatement(BsonDocument update) {
    checkOptions(update, UPDATE_OPTIONS);
    checkFilter(update.getDocument("q"));
    checkUpdate(update.get("u", BsonNull.VALUE));
  }

  private void checkDelete(BsonDocument delete) {
    checkOptions(delete, DELETE_OPTIONS);
    checkFilter(delete.getDocument("q"));
  }

  private static void checkOptions(BsonDocument element, Set<String> options) {
    element.keySet().forEach(option -> allow(options.contains(option), "the option " + option));
  }

  private void checkFilter(BsonValue filter) {
    walk(filter, allowed.queries(), "the query operator ");
  }

  private void checkUpdate(BsonValue update) {
    allow(update.isDocument(), "an update by pipeline");
    for (Map.Entry<String, BsonValue> part : update.asDocument().entrySet()) {
      boolean operator = part.getKey().startsWith("$");
      allow(
          !operator || allowed.updates().contains(part.getKey()),
          "the update operator " + part.getKey());
      if (part.getKey().equals("$pull")) {
        checkFilter(part.getValue());
      } else {
        walk(part.getValue(), allowed.updates(), "the modifier ");
      }
    }
  }

  private static void checkProjection(BsonDocument projection) {
    for (BsonValue value : projection.values()) {
      boolean simple =
          value.isNumber()
              || value.isBoolean()
              || (value.isDocument() && PROJECTIONS.containsAll(value.asDocument().keySet()));
      allow(simple, "a computed projection");
    }
  }

  private void checkCount(BsonArray pipeline) {
    boolean counts =
        pipeline.size() == 2
            && pipeline.get(0).asDocument().containsKey("$match")
            && pipeline.get(1).equals(BsonDocument.parse("{$group: {_id: 1, n: {$sum: 1}}}"));
    allow(counts, "an aggregation other than countDocuments");
    checkFilter(pipeline.get(0).asDocument().get("$match", BsonNull.VALUE));
  }

  private static void walk(BsonValue value, Set<String> operators, String what) {
    if (value.isArray()) {
      value.asArray().forEach(element -> walk(element, operators, what));
    } else if (value.isDocument()) {
      value
          .asDocument()
          .forEach((key, below) -> {
            allow(!key.startsWith("$") || operators.contains(key), what + key);
            walk(below, operators, what);
          });
    }
  }

  private static void allow(boolean allowed, String what) {
    if (!allowed) {
      throw new IllegalStateException(what);
    }
  }
}
