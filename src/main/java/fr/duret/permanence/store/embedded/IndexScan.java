package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/// A way to answer a query from an index: equal values in its leading fields, then at most one
/// `$in`, range or sort order.
///
/// It may find too much, never too little: the collection still matches every document it finds.
///
/// @param ranges where to look, in index order
/// @param sorts whether the query's sort order comes by itself
/// @param score the higher the fewer documents are read
record IndexScan(
    SortedIndex index, List<KeyRange> ranges, boolean reverse, boolean sorts, int score) {

  private static final int PER_EQUAL_FIELD = 4;
  private static final int FOR_RANGE = 2;

  static Optional<IndexScan> plan(SortedIndex index, Document query, @Nullable Document sort) {
    Document conditions = new Document();
    collect(query, conditions);
    List<Object> equal = equalValues(index.getKeys(), conditions);
    List<KeyRange> narrowed = narrow(index.getKeys(), equal, conditions);
    boolean usable = index.complete() || !equal.isEmpty() || !narrowed.isEmpty();
    List<KeyRange> ranges = narrowed.isEmpty() ? List.of(KeyRange.startingWith(equal)) : narrowed;
    int direction = ranges.size() == 1 ? direction(index.getKeys(), equal.size(), sort) : 0;
    int score =
        PER_EQUAL_FIELD * equal.size()
            + (narrowed.isEmpty() ? 0 : FOR_RANGE)
            + (direction == 0 ? 0 : 1);
    return usable && score > 0
        ? Optional.of(new IndexScan(index, ranges, direction < 0, direction != 0, score))
        : Optional.empty();
  }

  /// The _ids found, in index order, read only as far as asked for.
  Stream<Object> positions() {
    return ranges.stream()
        .flatMap(range ->
            StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                    index.scan(range.low(), range.high(), reverse), 0),
                false))
        .map(entry -> ((List<?>) entry).getLast());
  }

  /// Conditions by field, those within `$and` included (the driver's Filters.and); some of them
  /// only if they conflict.
  private static void collect(Document query, Document conditions) {
    query.forEach((field, condition) -> {
      if (field.equals("$and")) {
        ((List<?>) condition).forEach(part -> collect((Document) part, conditions));
      } else if (conditions.get(field) instanceof Document earlier
          && condition instanceof Document later) {
        Document both = new Document(earlier);
        both.putAll(later);
        conditions.put(field, both);
      } else {
        conditions.putIfAbsent(field, condition);
      }
    });
  }

  private static List<Object> equalValues(List<IndexKey> keys, Document conditions) {
    List<Object> equal = new ArrayList<>();
    for (IndexKey key : keys) {
      Object value = equalTo(conditions.get(key.getKey()));
      if (value == null || !KeyRange.plain(value)) {
        break;
      }
      equal.add(value);
    }
    return equal;
  }

  private static @Nullable Object equalTo(@Nullable Object condition) {
    return condition instanceof Document operators
            && operators.size() == 1
            && operators.containsKey("$eq")
        ? operators.get("$eq")
        : condition;
  }

  /// What `$in` or a range on the field behind the equal ones leaves; empty if there is none.
  private static List<KeyRange> narrow(
      List<IndexKey> keys, List<Object> equal, Document conditions) {
    if (equal.size() == keys.size()) {
      return List.of();
    }
    IndexKey next = keys.get(equal.size());
    if (!(conditions.get(next.getKey()) instanceof Document condition)) {
      return List.of();
    }
    if (condition.get("$in") instanceof Collection<?> values
        && !values.isEmpty()
        && values.stream().allMatch(KeyRange::plain)) {
      Collection<Object> distinct = new TreeSet<>(ValueComparator.asc());
      distinct.addAll(values);
      return distinct.stream()
          .map(value -> KeyRange.startingWith(KeyRange.with(equal, value)))
          .toList();
    }
    return KeyRange.bounds(condition)
        ? List.of(KeyRange.between(equal, condition, next.isAscending()))
        : List.of();
  }

  /// 1 or -1 where a scan forward or backward behind `equal` fixed fields yields the order, else 0.
  private static int direction(List<IndexKey> keys, int equal, @Nullable Document sort) {
    int direction = 0;
    int next = equal;
    Document wanted = sort == null ? new Document() : sort;
    for (Map.Entry<String, Object> order : wanted.entrySet()) {
      if (isFixed(keys.subList(0, equal), order.getKey())) {
        continue;
      }
      int step = next == keys.size() ? 0 : step(keys.get(next++), order);
      if (step == 0 || direction == -step) {
        return 0;
      }
      direction = step;
    }
    return direction;
  }

  private static boolean isFixed(List<IndexKey> fixed, String field) {
    return fixed.stream().anyMatch(key -> key.getKey().equals(field));
  }

  private static int step(IndexKey key, Map.Entry<String, Object> order) {
    if (!key.getKey().equals(order.getKey()) || !(order.getValue() instanceof Number number)) {
      return 0;
    }
    return (number.intValue() > 0) == key.isAscending() ? 1 : -1;
  }
}
