package fr.duret.permanence.store;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;

/// A sorted index that a feature declares because its queries need it.
///
/// The fields must never hold arrays: the embedded store refuses them.
///
/// @param fields the fields in order; a leading `-` sorts that field descending
/// @param unique whether two documents with equal values are refused
/// @param sparse whether documents that lack all the fields are left out, and so may be many under
///   a unique index
public record Index(List<String> fields, boolean unique, boolean sparse) {

  /// Keeps a copy of the fields.
  ///
  /// @throws IllegalArgumentException if there is no field
  public Index {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("an index needs a field");
    }
    fields = List.copyOf(fields);
  }

  /// An index that only finds.
  public static Index on(String... fields) {
    return new Index(List.of(fields), false, false);
  }

  /// An index that also refuses duplicates.
  public static Index unique(String... fields) {
    return new Index(List.of(fields), true, false);
  }

  /// The same index, without the documents that lack all its fields.
  public Index onlyWherePresent() {
    return new Index(fields, unique, true);
  }

  Bson keys() {
    List<Bson> keys = new ArrayList<>();
    for (String field : fields) {
      keys.add(
          field.startsWith("-")
              ? Indexes.descending(field.substring(1))
              : Indexes.ascending(field));
    }
    return Indexes.compoundIndex(keys);
  }

  IndexOptions options() {
    return new IndexOptions().unique(unique).sparse(sparse);
  }
}
