package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.Step;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What one run of one action sees.
final class TurnContext implements ActionContext {

  private final Dialogue dialogue;
  private final Input input;
  private final Causes causes;
  private final Ears ears;
  private final Step.Do doing;

  TurnContext(Dialogue dialogue, Input input, Causes causes, Ears ears, Step.Do doing) {
    this.dialogue = dialogue;
    this.input = input;
    this.causes = causes;
    this.ears = ears;
    this.doing = doing;
  }

  @Override
  public Optional<String> person() {
    return dialogue.person;
  }

  @Override
  public Level level() {
    return dialogue.level;
  }

  @Override
  public Address address() {
    return input.address();
  }

  @Override
  public Channel channel() {
    return input.channel();
  }

  @Override
  public String conversation() {
    return input.conversation();
  }

  @Override
  public Heard heard() {
    return ears.hear(Optional.empty());
  }

  @Override
  public Heard read(String text) {
    return ears.read(text);
  }

  @Override
  public List<String> said() {
    return List.copyOf(dialogue.subject.said);
  }

  @Override
  public Instant now() {
    return input.now();
  }

  @Override
  public Map<String, Object> variables() {
    return Map.copyOf(dialogue.subject.variables);
  }

  @Override
  public Map<String, String> parameters() {
    return doing.parameters();
  }

  @Override
  public String trace() {
    return input.trace();
  }

  @Override
  public <T> T once(String name, Supplier<T> reader) {
    return causes.once(name, reader);
  }

  @Override
  public <T> T always(String name, Supplier<T> reader) {
    return causes.always(name, reader);
  }

  @Override
  public void forget() {
    causes.forget();
  }

  @Override
  public String nextCause() {
    return causes.next();
  }

  @Override
  public void afterwards(Errand errand) {
    causes.afterwards(errand);
  }
}
