package fr.duret.permanence.store.embedded;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/// Keeps values as BSON in the file and orders them as MongoDB does; lists, which are the entries
/// of an index, field by field.
final class BsonDataType extends BasicDataType<Object> {

  private static final Object AFTER = new Object();

  /// A rough measure, only to bound MVStore's cache.
  private static final int HEAP_BYTES_PER_BSON_BYTE = 4;

  private final List<IndexKey> keys;

  BsonDataType(List<IndexKey> keys) {
    this.keys = keys;
  }

  /// A bound behind all entries that begin with these values.
  static List<@Nullable Object> after(List<? extends @Nullable Object> values) {
    List<@Nullable Object> bound = new ArrayList<>(values);
    bound.add(AFTER);
    return bound;
  }

  @Override
  public int compare(Object left, Object right) {
    if (!(left instanceof List<?> a && right instanceof List<?> b)) {
      return ValueComparator.asc().compare(left, right);
    }
    int common = Math.min(a.size(), b.size());
    for (int i = 0; i < common; i++) {
      if (a.get(i) == AFTER || b.get(i) == AFTER) {
        return Boolean.compare(a.get(i) == AFTER, b.get(i) == AFTER);
      }
      int order = comparator(i).compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private Comparator<Object> comparator(int field) {
    boolean ascending = field >= keys.size() || keys.get(field).isAscending();
    return ascending ? ValueComparator.asc() : ValueComparator.desc();
  }

  @Override
  public int getMemory(Object value) {
    return HEAP_BYTES_PER_BSON_BYTE * encode(value).readableBytes();
  }

  @Override
  public void write(WriteBuffer target, Object value) {
    target.put(encode(value).nioBuffer());
  }

  @Override
  public Object read(ByteBuffer source) {
    ByteBuf bson = Unpooled.wrappedBuffer(source);
    Object value = BsonDecoder.decodeValue(bson.readByte(), bson);
    source.position(source.position() + bson.readerIndex());
    return value;
  }

  @Override
  public Object[] createStorage(int size) {
    return new Object[size];
  }

  private static ByteBuf encode(Object value) {
    byte type = BsonEncoder.determineType(value);
    ByteBuf bson = Unpooled.buffer().writeByte(type);
    BsonEncoder.encodeValue(type, value, bson);
    return bson;
  }
}
