package fr.duret.permanence.store.embedded;

import static de.bwaldvogel.mongo.backend.Constants.ID_FIELD;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.BsonJavaScript;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/// An index, unique or not, over one or more fields: a sorted map of entries `[values of the
/// fields…, _id of the document]`.
final class SortedIndex extends Index<Object> {

  private final boolean unique;
  private final MVMap<Object, Long> entries;

  SortedIndex(
      String name,
      List<IndexKey> keys,
      boolean sparse,
      boolean unique,
      MVMap<Object, Long> entries) {
    super(name, keys, sparse);
    this.unique = unique;
    this.entries = entries;
  }

  /// The entries between two partial ones, from the last to the first if `reverse`.
  Iterator<Object> scan(List<@Nullable Object> low, List<@Nullable Object> high, boolean reverse) {
    return reverse ? entries.cursor(high, low, true) : entries.cursor(low, high, false);
  }

  /// Whether every document has an entry.
  boolean complete() {
    return !isSparse();
  }

  @Override
  public void checkAdd(Document document, MongoCollection<Object> collection) {
    rejectDuplicate(document, null, collection);
  }

  @Override
  public void add(Document document, Object position, MongoCollection<Object> collection) {
    checkAdd(document, collection);
    List<Object> entry = entryOf(document);
    if (entry != null) {
      entries.put(entry, 0L);
    }
  }

  @Override
  public void checkUpdate(Document before, Document after, MongoCollection<Object> collection) {
    rejectDuplicate(after, positionOf(before), collection);
  }

  @Override
  public void updateInPlace(
      Document before, Document after, Object position, MongoCollection<Object> collection) {
    if (!Objects.equals(entryOf(before), entryOf(after))) {
      remove(before);
      add(after, position, collection);
    }
  }

  @Override
  public Object remove(Document document) {
    List<Object> entry = entryOf(document);
    if (entry != null) {
      entries.remove(entry);
    }
    return positionOf(document);
  }

  @Override
  public @Nullable Object getPosition(Document document) {
    return document.get(ID_FIELD);
  }

  @Override
  public boolean canHandle(Document query) {
    return IndexScan.plan(this, query, null).isPresent();
  }

  @Override
  public Iterable<Object> getPositions(Document query) {
    return IndexScan.plan(this, query, null).orElseThrow().positions().toList();
  }

  @Override
  public long getCount() {
    return entries.sizeAsLong();
  }

  @Override
  public long getDataSize() {
    return getCount();
  }

  @Override
  public void drop() {
    entries.clear();
  }

  @Override
  public boolean isUnique() {
    return unique;
  }

  @Override
  public boolean hasSameOptions(Index<?> other) {
    return super.hasSameOptions(other)
        && unique == other.isUnique()
        && getKeys().toString().equals(other.getKeys().toString());
  }

  private void rejectDuplicate(
      Document document, @Nullable Object allowed, MongoCollection<Object> collection) {
    List<Object> entry = entryOf(document);
    if (!unique || entry == null) {
      return;
    }
    List<Object> values = entry.subList(0, entry.size() - 1);
    Iterator<Object> holders = scan(new ArrayList<>(values), BsonDataType.after(values), false);
    if (holders.hasNext() && !((List<?>) holders.next()).getLast().equals(allowed)) {
      throw new DuplicateKeyError(this, collection, getKeys(), valuesOf(document));
    }
  }

  /// The document's entry; null where a sparse index leaves it out.
  private @Nullable List<Object> entryOf(Document document) {
    KeyValue values = valuesOf(document);
    if (isSparse() && values.stream().allMatch(Objects::isNull)) {
      return null;
    }
    List<Object> entry = new ArrayList<>(values.stream().toList());
    entry.add(positionOf(document));
    return entry;
  }

  private KeyValue valuesOf(Document document) {
    Set<KeyValue> values = getKeyValues(document);
    Refusals.refuse(values.size() != 1, "an array in a field of index " + getName());
    KeyValue single = values.iterator().next();
    boolean sortable =
        single.stream()
            .noneMatch(
                value -> value instanceof BsonRegularExpression || value instanceof BsonJavaScript);
    Refusals.refuse(!sortable, "a regular expression or code in a field of index " + getName());
    return single;
  }

  private Object positionOf(Document document) {
    Object position = getPosition(document);
    Refusals.refuse(position == null, "null as _id");
    return Objects.requireNonNull(position);
  }
}
