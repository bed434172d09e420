package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.Flow;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Intents;
import fr.duret.permanence.conversation.flow.Next;
import fr.duret.permanence.conversation.flow.Step;
import fr.duret.permanence.understanding.Understood;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Walks through the flows until a question has to be answered or the subject is closed.
final class Course {

  /// More steps in one turn than any sensible flow has: a loop that `flows check` could not see.
  private static final int MOST_STEPS = 100;

  private static final String NOT_UNDERSTOOD = "not understood";
  private static final String LEFT = "left";

  /// Subjects that only lead up to what the client really wants; what was said there counts.
  private static final Set<String> PREAMBLES =
      Set.of("", "greeting", "identity", "help", Intents.OTHER);

  private final Services services;
  private final FlowSet flows;
  private final Dialogue dialogue;
  private final Input input;
  private final Causes causes;
  private final Speech speech;
  private final Ears ears;

  /// Questions already answered in this turn: the same words do not answer them twice.
  private final Set<String> answered = new HashSet<>();

  /// Whether something said before was corrected, so that later answers are taken again as given.
  private boolean correcting;

  /// Whether only an alarm may go on.
  private boolean confined;

  private String outcome = "asked";
  private Optional<Missed> missed = Optional.empty();

  Course(
      Services services,
      FlowSet flows,
      Dialogue dialogue,
      Input input,
      Causes causes,
      Speech speech,
      Ears ears) {
    this.services = services;
    this.flows = flows;
    this.dialogue = dialogue;
    this.input = input;
    this.causes = causes;
    this.speech = speech;
    this.ears = ears;
  }

  /// Whether the question that waits is one of an alarm, which goes on whoever owns the rest.
  boolean alarmed() {
    return dialogue.subject.at.filter(at -> urgent(flow(at))).isPresent();
  }

  private static boolean urgent(Flow flow) {
    return flow.entries().values().stream().anyMatch(Flow.Entry::urgent);
  }

  /// Leaves whatever is no alarm to the person who owns the conversation.
  void confine() {
    confined = true;
  }

  /// What came of the turn, for the journal.
  String outcome() {
    return outcome;
  }

  /// What came of a text that was not understood, if it was not.
  Optional<Missed> missed() {
    return missed;
  }

  void missed(Missed what) {
    missed = Optional.of(what);
    outcome = NOT_UNDERSTOOD;
  }

  /// The question that waits for an answer; empty between subjects.
  Optional<Step.Ask> question() {
    return dialogue.subject.at.flatMap(this::question);
  }

  Optional<Step.Ask> question(Position at) {
    return flows
        .step(at.flow(), at.step())
        .filter(Step.Ask.class::isInstance)
        .map(Step.Ask.class::cast);
  }

  Flow flow(Position at) {
    return flows.flow(at.flow()).orElseThrow();
  }

  Optional<Flow.Entry> entry(String intent) {
    return flows.entry(intent);
  }

  /// Notes that the newest text answered a question, and goes on from there.
  void answered(String question, Next next) {
    note(question, dialogue.subject.said.size() - 1);
    go(next);
  }

  /// Takes back the answer to an earlier question and everything that followed from it.
  void corrected(String question, Next next) {
    correcting = true;
    answered(question, next);
  }

  /// Whether another question of the same flow, yet to be asked, is answered by that: a name told
  /// when the motive was asked.
  boolean takesLater(Position asked, String text) {
    // Where a name is asked for any word may be one; said beside another question it may not.
    Understood plain = ears.read(text).meaning();
    boolean told = plain.name().isPresent() || !plain.communes().isEmpty();
    return flow(asked).steps().values().stream()
        .filter(Step.Ask.class::isInstance)
        .map(Step.Ask.class::cast)
        .filter(Step.Ask::prefill)
        .filter(question -> !Optional.of(question).equals(question(asked)))
        .anyMatch(question ->
            ears.firstName(question, text)
                || (told && ears.answer(question, text, false).isPresent()));
  }

  /// Opens a subject, or takes it up again where it was left.
  void openOrResume(Flow.Entry entry) {
    if (confined && !entry.urgent()) {
      return;
    }
    Optional<Dialogue.Suspended> left =
        dialogue.suspended.stream()
            .filter(waiting -> waiting.subject().intent.equals(entry.intent()))
            .findFirst();
    left.ifPresent(dialogue.suspended::remove);
    if (left.isEmpty() || left.get().subject().spokenOver) {
      open(entry);
      return;
    }
    if (dialogue.subject.at.isPresent()) {
      putAside(false);
    }
    resume(left.get().subject());
  }

  /// Whether the question that was left last, over which a person has spoken since, takes such
  /// wants: « plutôt jeudi » then is about the slots offered before.
  boolean leftTakes(List<String> wants) {
    Dialogue.Suspended left = dialogue.suspended.peek();
    Optional<Position> at =
        left != null && left.subject().spokenOver ? left.subject().at : Optional.empty();
    return at.filter(asked -> flow(asked).on().keySet().containsAll(wants)).isPresent();
  }

  /// Whether the text answers the question that was left last; if so, it goes on from there, or
  /// asks again first if a person has spoken since and the text could be about his words.
  boolean answersWhatWasLeft() {
    Dialogue.Suspended left = dialogue.suspended.peek();
    Optional<Position> at = left == null ? Optional.empty() : left.subject().at;
    if (left == null || at.isEmpty()) {
      return false;
    }
    Subject between = dialogue.subject;
    dialogue.subject = left.subject();
    Optional<Next> way =
        question(at.get()).flatMap(asked -> ears.answer(asked, input.text(), true));
    if (way.isEmpty()) {
      dialogue.subject = between;
      return false;
    }
    dialogue.suspended.pop();
    boolean askedBack = question(at.get()).filter(ears::asksBack).isPresent();
    boolean doubtful =
        dialogue.subject.spokenOver && !askedBack && !ears.hear(question(at.get())).tells();
    dialogue.subject.spokenOver = false;
    if (doubtful) {
      takeUpAgain().ifPresent(this::go);
    } else {
      dialogue.subject.said(input.text());
      answered(at.get().toString(), way.get());
    }
    return true;
  }

  /// Whether the text says in plain words what the question of an alarm waits for over which a
  /// person has spoken since: « c'est bon, danger passé » ends the alarm, and raises none.
  boolean answersAlarmLeft() {
    Dialogue.Suspended left = dialogue.suspended.peek();
    Optional<Position> at =
        left != null && left.subject().spokenOver ? left.subject().at : Optional.empty();
    Optional<Step.Choice> said =
        at.filter(asked -> urgent(flow(asked)))
            .flatMap(this::question)
            .flatMap(question -> ChoiceMatch.find(question.choices(), input.text(), false));
    if (left == null || at.isEmpty() || said.isEmpty()) {
      return false;
    }
    dialogue.suspended.pop();
    dialogue.subject = left.subject();
    dialogue.subject.spokenOver = false;
    dialogue.subject.said(input.text());
    dialogue.subject.variables.putAll(said.get().set());
    answered(at.get().toString(), said.get().next());
    return true;
  }

  private void resume(Subject subject) {
    dialogue.subject = subject;
    subject.said(input.text());
    Position at = subject.at.orElseThrow();
    Optional<Step.Ask> question = question(at);
    Optional<Next> way = question.flatMap(asked -> ears.answer(asked, input.text(), true));
    if (way.isPresent()) {
      answered(at.toString(), way.get());
    } else {
      takeUpAgain().ifPresent(this::go);
    }
  }

  /// Comes back to the question that was left: asks it, or tells where to go instead.
  private Optional<Next> takeUpAgain() {
    speech.ask(Speech.RESUME, Map.of());
    Optional<Next> again = question().flatMap(Step.Ask::again);
    if (again.isEmpty()) {
      askAgain();
    }
    return again;
  }

  /// Opens a subject with the turn's text.
  void open(Flow.Entry entry) {
    if (confined && !entry.urgent()) {
      return;
    }
    Subject before = dialogue.subject;
    Subject opened = new Subject(entry.intent());
    boolean preamble = PREAMBLES.contains(before.intent);
    boolean interrupts = before.at.isPresent();
    // An aside knows what has been said and understood in the subject that it interrupts.
    if (preamble || (entry.aside() && interrupts)) {
      opened.said.addAll(before.said);
    }
    if (entry.aside() && interrupts) {
      opened.variables.putAll(before.variables);
    }
    if (interrupts && (entry.aside() || !preamble)) {
      putAside(entry.aside());
    }
    if (opened.said.isEmpty()) {
      opened.said(input.text());
    }
    dialogue.subject = opened;
    go(entry.to());
    boolean courtesy = Intents.reply(entry.intent()) && before.after.isPresent();
    if (courtesy && dialogue.subject == opened && opened.at.isEmpty()) {
      // After « merci » or « parfait » the visit just settled may still be spoken of.
      dialogue.subject = before;
    }
  }

  /// Interrupts the present subject; the words that did so are no part of it.
  private void putAside(boolean resume) {
    dialogue.subject.unsay(input.text());
    dialogue.suspend(resume);
  }

  /// Whether the text is about the subject that was closed last; if so, it is open again.
  boolean reopens() {
    Optional<Next> way =
        dialogue
            .subject
            .after
            .flatMap(after -> flows.step(after.flow(), after.step()))
            .flatMap(Course::afterword)
            .flatMap(after -> ears.answer(after, input.text(), true));
    if (way.isPresent()) {
      dialogue.subject.after = Optional.empty();
      go(way.get());
    }
    return way.isPresent();
  }

  private static Optional<Step.Ask> afterword(Step step) {
    return switch (step) {
      case Step.Say say -> say.after();
      case Step.Ask _, Step.Do _ -> Optional.empty();
    };
  }

  /// Asks the present question again.
  void askAgain() {
    question().ifPresent(question -> speech.ask(question.template(), Map.of("choices", keys())));
  }

  /// Asks that question, whatever is known.
  void ask(Position at, Step.Ask question) {
    dialogue.subject.at = Optional.of(at);
    // A flow that asks in these words has not understood once already.
    dialogue.subject.misses = question.template().equals(Speech.REPHRASE) ? 1 : 0;
    speech.ask(question.template(), Map.of("choices", keys()));
  }

  /// The keys that answer the present question: `1, 2, 3`.
  String keys() {
    return question().stream()
        .flatMap(question -> question.choices().stream())
        .map(Step.Choice::key)
        .filter(key -> !key.isEmpty())
        .collect(Collectors.joining(", "));
  }

  void go(Next next) {
    Optional<Next> way = Optional.of(next);
    for (int steps = 0; way.isPresent(); steps++) {
      if (steps == MOST_STEPS) {
        throw new IllegalStateException("a flow runs in circles at " + way.get().where());
      }
      way =
          switch (way.get()) {
            case Next.End end -> close(end);
            case Next.Goto to -> step(to);
          };
    }
  }

  private Optional<Next> close(Next.End end) {
    outcome = end.outcome();
    dialogue.subject.at = Optional.empty();
    Dialogue.Suspended waiting = dialogue.suspended.peek();
    if (waiting != null && waiting.resume() && !confined) {
      dialogue.suspended.pop();
      dialogue.subject = waiting.subject();
      return takeUpAgain();
    }
    return Optional.empty();
  }

  private Optional<Next> step(Next.Goto to) {
    if (confined && !flows.flow(to.flow()).filter(Course::urgent).isPresent()) {
      return close(new Next.End(to.where(), LEFT));
    }
    Position at = new Position(to.flow(), to.step());
    Step step =
        flows
            .step(to.flow(), to.step())
            .orElseThrow(() -> new IllegalStateException("no step " + to.target()));
    return switch (step) {
      case Step.Ask question -> reach(at, question);
      case Step.Do doing -> Optional.of(run(doing));
      case Step.Say say -> {
        say(say);
        dialogue.subject.after = say.after().map(_ -> at);
        yield Optional.of(say.next().orElse(new Next.End(say.where(), Next.DONE)));
      }
    };
  }

  private void say(Step.Say say) {
    if (say.courtesy()) {
      speech.ask(say.template(), Map.of());
    } else {
      speech.tell(say.template());
    }
  }

  private Optional<Next> reach(Position at, Step.Ask question) {
    Optional<Next> known =
        question.known().entrySet().stream()
            .filter(way -> dialogue.subject.variables.containsKey(way.getKey()))
            .map(Map.Entry::getValue)
            .findFirst();
    Optional<Next> way = known.isPresent() ? known : prefilled(at.toString(), question);
    if (way.isEmpty()) {
      ask(at, question);
    }
    return way;
  }

  private Optional<Next> prefilled(String name, Step.Ask question) {
    if (!question.prefill() || answered.contains(name)) {
      return Optional.empty();
    }
    Integer former = dialogue.subject.answers.get(name);
    if (correcting && former != null) {
      Optional<Next> again = ears.answer(question, dialogue.subject.said.get(former), true);
      again.ifPresent(_ -> note(name, former));
      return again;
    }
    int oldest = former == null ? 0 : former + 1;
    for (int i = dialogue.subject.said.size() - 1; i >= oldest; i--) {
      Optional<Next> way = ears.answer(question, dialogue.subject.said.get(i), false);
      if (way.isPresent()) {
        note(name, i);
        return way;
      }
    }
    return Optional.empty();
  }

  private void note(String question, int text) {
    answered.add(question);
    dialogue.subject.answered(question, text);
  }

  private Next run(Step.Do doing) {
    Optional<Action> action = services.registry().action(doing.action());
    if (action.isEmpty()) {
      // Flows of a version that began before this program was replaced by a newer one.
      return entry(Intents.HUMAN).orElseThrow().to();
    }
    Result result = action.get().run(new TurnContext(dialogue, input, causes, ears, doing));
    ears.learn(result);
    Next way = doing.outcomes().get(result.outcome());
    if (way == null) {
      throw new IllegalStateException(
          doing.action() + " gave an outcome it did not declare: " + result.outcome());
    }
    return way;
  }
}
