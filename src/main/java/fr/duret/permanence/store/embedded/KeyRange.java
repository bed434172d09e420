package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Index entries that lie between two partial ones.
record KeyRange(List<@Nullable Object> low, List<@Nullable Object> high) {

  private static final List<String> OPERATORS = List.of("$gt", "$gte", "$lt", "$lte");

  /// All entries that begin with these values.
  static KeyRange startingWith(List<? extends @Nullable Object> values) {
    return new KeyRange(new ArrayList<>(values), BsonDataType.after(values));
  }

  /// Whether a condition bounds its field by a value that an index can find.
  static boolean bounds(Document condition) {
    return OPERATORS.stream().anyMatch(operator -> plain(condition.get(operator)));
  }

  /// Entries that begin with `equal` and whose next field the condition bounds.
  static KeyRange between(List<Object> equal, Document condition, boolean ascending) {
    List<@Nullable Object> nulls = with(equal, null); // which no range matches
    List<@Nullable Object> low = ascending ? BsonDataType.after(nulls) : new ArrayList<>(equal);
    List<@Nullable Object> high = ascending ? BsonDataType.after(equal) : nulls;
    for (String operator : OPERATORS) {
      if (plain(condition.get(operator))) {
        List<@Nullable Object> at = with(equal, condition.get(operator));
        boolean lower = operator.startsWith("$gt") == ascending;
        List<@Nullable Object> bound =
            operator.endsWith("e") == lower ? at : BsonDataType.after(at);
        low = lower ? bound : low;
        high = lower ? high : bound;
      }
    }
    return new KeyRange(low, high);
  }

  /// Whether a value can be looked up; what is not is left to the matcher.
  static boolean plain(@Nullable Object value) {
    return value != null
        && !(value instanceof Document)
        && !(value instanceof Collection)
        && !(value instanceof BsonRegularExpression);
  }

  static List<@Nullable Object> with(
      List<? extends @Nullable Object> start, @Nullable Object value) {
    List<@Nullable Object> longer = new ArrayList<>(start);
    longer.add(value);
    return longer;
  }
}
