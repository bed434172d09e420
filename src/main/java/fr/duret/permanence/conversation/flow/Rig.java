package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.message.Address;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The product as a script sees it. Each call returns when nothing is left to do at the clock's
/// present time. Closed after each script, so that scripts do not meet.
public interface Rig extends AutoCloseable {

  /// Somebody texts us.
  void send(Address from, String text);

  /// A person of the office takes the conversation of an address over, or gives it back.
  void own(Address address, boolean person);

  /// Time passes; what falls due meanwhile happens, each at its own time.
  void advance(Duration time);

  /// All texts this address has received from us, oldest first.
  List<String> inbox(Address to);

  /// A fact about the product that a script may state: `visits`, `tickets`…; empty if unknown.
  Optional<String> fact(String name);

  @Override
  void close();
}
