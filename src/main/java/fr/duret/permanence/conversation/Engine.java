package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.Flow;
import fr.duret.permanence.conversation.flow.FlowSet;
import fr.duret.permanence.conversation.flow.Intents;
import fr.duret.permanence.conversation.flow.Silence;
import fr.duret.permanence.conversation.flow.Step;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Intent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One turn of a dialogue: what was said and the state become effects, what to say, and the new
/// state. The order in which a text is tried is described in `docs/flows.md`.
final class Engine {

  /// Wants without content: the client has to be asked what he would like.
  private static final Set<String> SMALL_TALK =
      Set.of(Intents.name(Intent.GREETING), Intents.name(Intent.REPEAT), Intents.name(Intent.BACK));

  private final Dialogue dialogue;
  private final Input input;
  private final Speech speech;
  private final Ears ears;
  private final Course course;

  /// What a turn came to.
  ///
  /// @param outcome in a word or two, for the journal
  /// @param missed what came of a text that was not understood
  /// @param messages what to send
  record Turned(String outcome, Optional<Missed> missed, List<Speech.Said> messages) {}

  Engine(Services services, FlowSet flows, Dialogue dialogue, Input input, Causes causes) {
    this.dialogue = dialogue;
    this.input = input;
    this.speech = new Speech(services, dialogue, input, causes);
    this.ears = new Ears(services, dialogue, input);
    this.course = new Course(services, flows, dialogue, input, causes, speech, ears);
  }

  /// The turn of a message.
  Turned hear() {
    Optional<Step.Ask> question = course.question();
    Heard heard = ears.hear(question);
    if (question.isEmpty() && course.answersAlarmLeft()) {
      return turned();
    }
    dialogue.subject.said(input.text());
    if (!urgent(heard)) {
      question.ifPresentOrElse(
          asked -> new Answering(dialogue, input, speech, ears, course, asked, heard).run(),
          () -> betweenSubjects(heard));
    }
    return turned();
  }

  /// The turn of a message while a person owns the conversation: only danger is heard, and whatever
  /// is written while an alarm is open.
  ///
  /// @return empty if there was none; nothing has changed then
  Optional<Turned> hearDanger() {
    course.confine();
    if (course.alarmed()) {
      return Optional.of(hear());
    }
    Heard heard = ears.hear(Optional.empty());
    if (urgentEntry(heard).isEmpty()) {
      return Optional.empty();
    }
    dialogue.subject.said(input.text());
    urgent(heard);
    return Optional.of(turned());
  }

  /// The turn of a silence: a question got no answer.
  Turned silence(Silence silence) {
    silence.words().ifPresent(template -> speech.ask(template, Map.of("choices", course.keys())));
    silence.next().ifPresent(course::go);
    return turned();
  }

  private Turned turned() {
    if (input.unseen() && speech.silent()) {
      dialogue.last.forEach(template -> speech.ask(template, Map.of()));
    }
    return new Turned(course.outcome(), course.missed(), speech.messages());
  }

  private boolean urgent(Heard heard) {
    Optional<Flow.Entry> entry = urgentEntry(heard);
    entry.ifPresent(course::open);
    return entry.isPresent();
  }

  private Optional<Flow.Entry> urgentEntry(Heard heard) {
    return ears.wants(heard, Confidence.LIKELY).stream()
        .map(course::entry)
        .flatMap(Optional::stream)
        .filter(Flow.Entry::urgent)
        .findFirst();
  }

  private void betweenSubjects(Heard heard) {
    List<String> wants = ears.wants(heard, Confidence.LIKELY);
    boolean replies = wants.stream().allMatch(Intents::reply);
    boolean about = replies || (heard.tells() && course.leftTakes(wants));
    if (course.reopens() || (about && course.answersWhatWasLeft())) {
      return;
    }
    Optional<Flow.Entry> entry =
        wants.stream().map(course::entry).flatMap(Optional::stream).findFirst();
    if (entry.isPresent()) {
      course.openOrResume(entry.get());
    } else if (input.text().isBlank()) {
      speech.ask(Speech.EMPTY, Map.of());
    } else {
      wants.stream().findFirst().ifPresentOrElse(this::small, () -> nothingUnderstood(heard));
    }
  }

  /// What the engine itself can answer between two subjects.
  private void small(String want) {
    if (want.equals(Intents.name(Intent.HELP))) {
      speech.ask(Speech.HELP, Map.of());
    } else if (want.equals(Intents.name(Intent.REPEAT)) && !dialogue.last.isEmpty()) {
      repeat();
    } else if (want.equals(Intents.name(Intent.THANKS))) {
      return;
    } else if (SMALL_TALK.contains(want)) {
      speech.ask(Speech.START, Map.of());
    } else {
      course.open(course.entry(Intents.OTHER).orElseThrow());
    }
  }

  private void repeat() {
    speech.ask(Speech.REPEAT, Map.of());
    dialogue.last.stream()
        .filter(template -> !template.equals(Speech.REPEAT))
        .forEach(template -> speech.ask(template, Map.of()));
  }

  private void nothingUnderstood(Heard heard) {
    if (heard.wordless()) {
      speech.ask(Speech.START, Map.of());
      return;
    }
    course.missed(Missed.REPHRASED);
    Optional<Flow.Entry> foreign =
        ears.foreign(heard) ? course.entry(Intents.OTHER_LANGUAGE) : Optional.empty();
    course.open(foreign.orElseGet(() -> course.entry(Intents.OTHER).orElseThrow()));
  }
}
