package fr.duret.permanence.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// The memory of one turn. Used by one thread.
final class TurnMemory implements Memory {

  private final Map<String, Object> read = new HashMap<>();
  private final Map<String, Object> lasting = new HashMap<>();

  @Override
  public <T> T once(String name, Supplier<T> reader) {
    return known(read, name, reader);
  }

  @Override
  public <T> T always(String name, Supplier<T> reader) {
    return known(lasting, name, reader);
  }

  @Override
  public void forget() {
    effect();
    lasting.clear();
  }

  /// Forgets what the next effect may change.
  void effect() {
    read.clear();
  }

  @SuppressWarnings("unchecked") // a name stands for one thing, hence for one type
  private static <T> T known(Map<String, Object> memory, String name, Supplier<T> reader) {
    Object known = memory.get(name);
    if (known == null) {
      known = Objects.requireNonNull(reader.get());
      memory.put(name, known);
    }
    return (T) known;
  }
}
