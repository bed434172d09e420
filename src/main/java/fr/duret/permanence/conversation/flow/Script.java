package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.message.Address;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/// A whole conversation, as it should go.
///
/// @param where file and line
/// @param clock the business clock at its start
/// @param people who texts us, by the names used in it
record Script(
    String name, String where, LocalDateTime clock, Map<String, Address> people, List<Line> lines) {

  /// One line of it.
  sealed interface Line {

    /// File and line.
    String where();

    /// Somebody texts us.
    record Says(String where, String who, String text) implements Line {}

    /// What we have texted him since, in order; `…` stands for anything.
    ///
    /// @param who empty for whoever spoke last
    record Answers(String where, String who, List<String> texts) implements Line {}

    /// A person of the office takes his conversation over, or gives it back.
    record Owns(String where, String who, boolean person) implements Line {}

    /// Time passes.
    record Passes(String where, Duration time) implements Line {}

    /// We have texted him nothing.
    record Nothing(String where, String who) implements Line {}

    /// What is true of the product.
    record Facts(String where, Map<String, String> facts) implements Line {}
  }
}
