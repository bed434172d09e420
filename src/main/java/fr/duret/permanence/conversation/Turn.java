package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.Conversation.Claim;
import fr.duret.permanence.conversation.Conversation.Done;
import fr.duret.permanence.conversation.Conversation.Reply;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// One turn of one conversation: its claim, made durable before the first effect, and its commit.
final class Turn implements Causes {

  private final ConversationStore store;
  private final Conversation conversation;
  private final Claim claim;
  private final List<Errand> errands = new ArrayList<>();
  private final TurnMemory memory = new TurnMemory();
  private boolean claimed;
  private int effects;

  /// @param claimed whether the claim is durable already: the turn is a replay
  Turn(ConversationStore store, Conversation conversation, Claim claim, boolean claimed) {
    this.store = store;
    this.conversation = conversation;
    this.claim = claim;
    this.claimed = claimed;
  }

  @Override
  public String next() {
    memory.effect();
    if (!claimed) {
      if (!store.claim(conversation.id, conversation.version, claim)) {
        throw new Conflict();
      }
      conversation.version++;
      claimed = true;
    }
    return claim.cause() + "#" + effects++;
  }

  @Override
  public void afterwards(Errand errand) {
    errands.add(errand);
  }

  @Override
  public <T> T once(String name, Supplier<T> reader) {
    return memory.once(name, reader);
  }

  @Override
  public <T> T always(String name, Supplier<T> reader) {
    return memory.always(name, reader);
  }

  @Override
  public void forget() {
    memory.forget();
  }

  /// What is to follow.
  List<Errand> errands() {
    return List.copyOf(errands);
  }

  boolean claimed() {
    return claimed;
  }

  /// Writes the new state and the replies owed, and gives the claim up: the turn has happened.
  void commit(Done done) {
    conversation.claim = Optional.empty();
    conversation.happened(done);
    if (!store.save(conversation)) {
      throw new Conflict();
    }
  }

  /// The messages as they are owed, under ids derived from the cause.
  static List<Reply> replies(
      Input input, List<Speech.Said> messages, boolean answer, Duration quiet) {
    List<Reply> replies = new ArrayList<>();
    for (Speech.Said said : messages) {
      boolean waits =
          input.channel() == Channel.SMS && said.text().purpose() != Purpose.SAFETY && answer;
      Instant notBefore = waits ? input.now().plus(quiet) : input.now();
      replies.add(
          new Reply(
              new Outbound(
                  input.cause() + "/r" + replies.size(),
                  input.trace(),
                  input.channel(),
                  input.address(),
                  said.text().template(),
                  said.text().purpose(),
                  said.text().needs(),
                  said.text().wantsAnswer(),
                  answer ? Optional.of(input.now()) : Optional.empty(),
                  said.text().text(),
                  Optional.empty(),
                  notBefore),
              said.question(),
              said.notice()));
    }
    return replies;
  }
}
