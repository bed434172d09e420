package fr.duret.permanence.conversation;

import java.util.Map;

/// Something that follows from a turn and that its answer need not wait for. It is written down
/// with the turn, so that a crash loses none; it may be done twice.
///
/// @param kind which [ErrandRunner] does it
/// @param data what that runner needs, for him to read
public record Errand(String kind, Map<String, String> data) {

  /// Copies the data.
  public Errand {
    data = Map.copyOf(data);
  }
}
