package fr.duret.permanence.conversation;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/// The memory of one turn. Used by one thread.
final class TurnMemory implements Memory {

  private final Map<String, Object> read = new HashMap<>();

  @Override
  @SuppressWarnings("unchecked") // a name stands for one thing, hence for one type
  public <T> T once(String name, Supplier<T> reader) {
    Object known = read.get(name);
    if (known == null) {
      known = Objects.requireNonNull(reader.get());
      read.put(name, known);
    }
    return (T) known;
  }

  @Override
  public void forget() {
    read.clear();
  }
}
