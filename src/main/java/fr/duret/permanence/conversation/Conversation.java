package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The document of one person or address: his present conversation, what its last turn left to do,
/// and who owns it. Mutable in memory; true is what the store holds.
final class Conversation {

  /// More stretches than anybody reads; the journal has them all.
  private static final int MOST_STRETCHES = 20;

  /// Entries that are remembered as taken: more than a person writes in a conversation.
  private static final int MOST_TAKEN = 50;

  final String id;

  /// The version in the store; 0 if it is not there yet.
  long version;

  /// Counts the conversations held under this id.
  int number;

  /// Where this person's conversation is held instead.
  Optional<Redirect> redirect = Optional.empty();

  Dialogue dialogue = new Dialogue();
  Optional<Owner> owner = Optional.empty();
  List<Owner> stretches = new ArrayList<>();
  Optional<Claim> claim = Optional.empty();
  Optional<Done> done = Optional.empty();

  /// The entries of the turns before the last one: should they wait again (a store restored from a
  /// copy), they are not taken again.
  List<String> taken = new ArrayList<>();

  Optional<Address> address = Optional.empty();
  Channel channel = Channel.SMS;

  /// Whether it has not been ended yet.
  boolean open = true;

  /// The time of the last turn.
  Instant last = Instant.EPOCH;

  /// When the silence after the present question becomes remarkable.
  Optional<Instant> silence = Optional.empty();

  /// When the timer that watches the silence was last planned to fire.
  Optional<Instant> timer = Optional.empty();

  /// @param to the id of the other document
  /// @param number which of the conversations held there
  record Redirect(String to, int number) {}

  /// A person in charge.
  ///
  /// @param until when the stretch ends if he does not end it
  record Owner(String who, Instant since, Instant until) {}

  /// A turn begun: its input, and who is at it. Whoever takes it over takes exactly this input.
  record Claim(
      String cause, String node, List<String> entries, String flows, Instant at, boolean unseen) {}

  /// The last turn and what it leaves to do; all of it may be done twice.
  ///
  /// @param recognised whose other addresses are to be redirected here
  /// @param timer when a timer is to look at the silence
  /// @param errands what else follows
  record Done(
      String cause,
      List<String> entries,
      String outcome,
      List<Reply> replies,
      Optional<String> recognised,
      Optional<Instant> timer,
      List<Errand> errands) {}

  /// @param question whether it may be taken back for a newer question
  /// @param notice whether it says that a machine answers
  record Reply(Outbound message, boolean question, boolean notice) {}

  Conversation(String id) {
    this.id = id;
  }

  /// The name of the present conversation, unique for ever.
  String name() {
    return id + "." + number;
  }

  /// Whether its time is over, so that the next message begins another one.
  boolean stale(Instant now, Duration after) {
    return last.plus(after).isBefore(now) && !ownedByPerson(now);
  }

  /// Whether nothing is under way in it.
  boolean ended(Instant now, Duration after) {
    return claim.isEmpty() && stale(now, after);
  }

  /// Notes the turn that has happened.
  void happened(Done turn) {
    done.map(Done::entries).ifPresent(taken::addAll);
    while (taken.size() > MOST_TAKEN) {
      taken.removeFirst();
    }
    done = Optional.of(turn);
  }

  /// Ends it: only its number, its address and the time of its last turn remain.
  void close() {
    open = false;
    dialogue = new Dialogue();
    redirect = Optional.empty();
    owner = Optional.empty();
    stretches = new ArrayList<>();
    done = Optional.empty();
    silence = Optional.empty();
    timer = Optional.empty();
  }

  boolean ownedByPerson(Instant now) {
    return owner.filter(who -> now.isBefore(who.until())).isPresent();
  }

  boolean ownedBy(String who, Instant now) {
    return ownedByPerson(now) && owner.filter(one -> one.who().equals(who)).isPresent();
  }

  void endStretch(Instant now) {
    owner.ifPresent(who -> stretches.add(new Owner(who.who(), who.since(), now)));
    owner = Optional.empty();
    while (stretches.size() > MOST_STRETCHES) {
      stretches.removeFirst();
    }
  }
}
