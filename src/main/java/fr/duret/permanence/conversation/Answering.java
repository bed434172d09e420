package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.Flow;
import fr.duret.permanence.conversation.flow.Intents;
import fr.duret.permanence.conversation.flow.Next;
import fr.duret.permanence.conversation.flow.Step;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Intent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What to make of a text while a question waits for its answer. All repairs are here, so that no
/// flow has to think of them.
final class Answering {

  private static final int REPHRASE = 1;
  private static final int OPTIONS = 2;

  private static final String HELP = Intents.name(Intent.HELP);
  private static final String REPEAT = Intents.name(Intent.REPEAT);
  private static final String BACK = Intents.name(Intent.BACK);
  private static final String STATUS = Intents.name(Intent.VISIT_STATUS);
  private static final String THANKS = Intents.name(Intent.THANKS);
  private static final String ACCEPT = Intents.name(Intent.ACCEPT);
  private static final String KEEP = Intents.name(Intent.KEEP);
  private static final String REFUSE = Intents.name(Intent.REFUSE);
  private static final String GREETING = Intents.name(Intent.GREETING);

  private final Dialogue dialogue;
  private final Input input;
  private final Speech speech;
  private final Ears ears;
  private final Course course;
  private final Step.Ask question;
  private final Heard heard;
  private final Position at;

  Answering(
      Dialogue dialogue,
      Input input,
      Speech speech,
      Ears ears,
      Course course,
      Step.Ask question,
      Heard heard) {
    this.dialogue = dialogue;
    this.input = input;
    this.speech = speech;
    this.ears = ears;
    this.course = course;
    this.question = question;
    this.heard = heard;
    this.at = dialogue.subject.at.orElseThrow();
  }

  void run() {
    List<String> plain = ears.wants(heard, Confidence.SURE);
    List<String> likely = ears.wants(heard, Confidence.LIKELY);
    boolean done =
        saidAnywhere()
            || handler(plain)
            || repair(plain)
            || (wantsElsewhere(plain) && isList() && elsewhere(plain))
            || asksInReturn()
            || answer()
            || handler(likely)
            || yesOrNo()
            || repair(likely)
            || elsewhere(plain)
            || correction()
            || elsewhere(likely)
            || outOfTheBlue();
    if (!done) {
      notUnderstood(likely);
    }
  }

  /// Whether it is answered by a number, so that anything else said plainly is no answer.
  private boolean isList() {
    return question.choices().stream().anyMatch(choice -> !choice.key().isEmpty());
  }

  private boolean answer() {
    Optional<Next> way = ears.answer(question, input.text(), true);
    way.ifPresent(next -> course.answered(at.toString(), next));
    return way.isPresent();
  }

  /// Words that the flow knows at any of its questions, unless they name a time: « laissez tomber
  /// mardi, plutôt jeudi » gives nothing up.
  private boolean saidAnywhere() {
    if (!heard.meaning().dates().best().wanted().isEmpty()
        || ChoiceMatch.find(question.choices(), input.text(), true).isPresent()) {
      return false;
    }
    Optional<Step.Choice> said = ChoiceMatch.find(course.flow(at).words(), input.text(), false);
    said.ifPresent(words -> {
      dialogue.subject.variables.putAll(words.set());
      course.go(words.next());
    });
    return said.isPresent();
  }

  /// What the step or its flow itself does with an intent.
  private boolean handler(List<String> wants) {
    for (String want : wants) {
      if ((want.equals(REFUSE) || want.equals(KEEP)) && saysWhich()) {
        // « Je préfère jeudi », « non, la 3 », « gardez le 9 »: not no, but when.
        continue;
      }
      Next way = question.on().get(want);
      if (way == null) {
        way = course.flow(at).on().get(want);
      }
      if (way != null) {
        course.go(way);
        return true;
      }
    }
    return false;
  }

  private boolean saysWhich() {
    return !heard.meaning().dates().best().wanted().isEmpty()
        || heard.meaning().choice() instanceof Choice.One;
  }

  /// A mere « non », where the step itself says what to do with a refusal.
  private boolean yesOrNo() {
    Optional<Next> way =
        switch (heard.meaning().answer()) {
          case YES -> Optional.ofNullable(question.on().get(ACCEPT));
          case NO -> Optional.ofNullable(question.on().get(REFUSE));
          case RESERVED, NONE -> Optional.empty();
        };
    boolean mere = heard.meaning().dates().best().wanted().isEmpty();
    way.filter(_ -> mere).ifPresent(course::go);
    return mere && way.isPresent();
  }

  /// « Et pour le 40 avenue de France, c'est quand ? » to slots for another of his places chooses
  /// none of them, though it names a place and a number.
  private boolean asksInReturn() {
    if (!ears.asksBack(question)
        || !input.visitPlanned()
        || heard.meaning().choice() instanceof Choice.One
        || !heard.meaning().dates().isEmpty()) {
      return false;
    }
    List<String> wants = ears.wants(ears.read(input.text()), Confidence.LIKELY);
    return wants.equals(List.of(STATUS)) && elsewhere(wants);
  }

  /// To a question that we asked first (a reminder), somebody may write about something else
  /// altogether, and words that are plain by themselves are then no answer that was missed. To any
  /// other question he may ask one in return. A doubt about danger is weighed against the question.
  private boolean outOfTheBlue() {
    boolean ours = dialogue.subject.intent.equals(Subject.OURS);
    List<String> wants =
        ears.wants(ears.read(input.text()), Confidence.LIKELY).stream()
            .filter(want -> !want.equals(Intents.EMERGENCY_DOUBT))
            .filter(want -> ours || isAside(want))
            .toList();
    return handler(ears.wants(ears.read(input.text()), Confidence.SURE))
        || handler(wants)
        || elsewhere(wants);
  }

  private boolean isAside(String want) {
    boolean meant = input.visitPlanned() || !want.equals(STATUS);
    return meant && course.entry(want).filter(Flow.Entry::aside).isPresent() && !heard.tells();
  }

  private boolean repair(List<String> wants) {
    if (wants.isEmpty()) {
      return false;
    }
    String want = wants.getFirst();
    if (want.equals(HELP)) {
      speech.ask(Speech.HELP, Map.of());
      course.askAgain();
    } else if (want.equals(REPEAT) && !heard.tells()) {
      // « Pardon, c'est Martinet » wants nothing repeated.
      repeat();
    } else if (want.equals(BACK)) {
      back();
    } else if (want.equals(Intents.HUMAN)) {
      return elsewhere(List.of(want));
    } else {
      return false;
    }
    return true;
  }

  /// Not in the very words of the question: the guard against loops says nothing twice in a minute.
  private void repeat() {
    speech.ask(Speech.REPEAT, Map.of());
    course.askAgain();
  }

  private void back() {
    List<String> before = new ArrayList<>(dialogue.subject.answers.keySet());
    before.remove(at.toString());
    if (before.isEmpty()) {
      course.askAgain();
      return;
    }
    Position last = Position.of(before.getLast());
    dialogue.subject.answers.remove(before.getLast());
    speech.ask(Speech.BACK, Map.of());
    course.question(last).ifPresent(asked -> course.ask(last, asked));
  }

  /// « Non, plutôt une panne »: an earlier question answers to it; the newest that does.
  private boolean correction() {
    List<String> before = new ArrayList<>(dialogue.subject.answers.keySet()).reversed();
    for (String name : before) {
      Optional<Step.Ask> asked = course.question(Position.of(name)).filter(Step.Ask::prefill);
      Optional<Next> way = asked.flatMap(found -> ears.answer(found, input.text(), false));
      if (way.isPresent()) {
        speech.ask(Speech.NOTED, Map.of());
        course.corrected(name, way.get());
        return true;
      }
    }
    return false;
  }

  private boolean wantsElsewhere(List<String> wants) {
    return entry(wants).isPresent();
  }

  private boolean elsewhere(List<String> wants) {
    Optional<Flow.Entry> entry = entry(wants);
    entry.ifPresent(course::openOrResume);
    return entry.isPresent();
  }

  private Optional<Flow.Entry> entry(List<String> wants) {
    return wants.stream()
        .filter(want -> !want.equals(dialogue.subject.intent) && !Intents.reply(want))
        .map(course::entry)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void notUnderstood(List<String> wants) {
    boolean sameSubject = wants.contains(dialogue.subject.intent);
    boolean polite = sameSubject || wants.contains(GREETING);
    if (input.unseen()) {
      course.askAgain();
    } else if (polite && dialogue.subject.misses < OPTIONS) {
      dialogue.subject.misses++;
      // Not in the very words of the question, which would not leave twice within minutes.
      speech.ask(Speech.RESUME, Map.of());
      course.askAgain();
    } else if (heard.wordless()) {
      repeat();
    } else if (dialogue.subject.misses < OPTIONS && beside(wants)) {
      dialogue.subject.misses++;
      askOnceMore();
    } else if (!wants.contains(THANKS)) {
      missed();
    }
  }

  /// What was understood well enough, but is no answer to this question: a day when a name was
  /// asked, « ok » when there is something to choose. The question follows.
  private boolean beside(List<String> wants) {
    if (heard.meaning().dates().best().mustAsk()) {
      speech.ask(Speech.NO_DATE, Map.of());
    } else if (heard.tells() || course.takesLater(at, input.text())) {
      speech.ask(Speech.NOTED, Map.of());
    } else if (wants.contains(ACCEPT)
        || wants.contains(THANKS)
        || heard.meaning().answer() == Answer.YES) {
      speech.ask(Speech.CHOOSE, Map.of());
    } else {
      return false;
    }
    return true;
  }

  private void missed() {
    dialogue.subject.misses++;
    Optional<Flow.Entry> foreign =
        ears.foreign(heard) ? course.entry(Intents.OTHER_LANGUAGE) : Optional.empty();
    if (foreign.isPresent()) {
      course.missed(Missed.PERSON);
      course.open(foreign.get());
    } else if (dialogue.subject.misses == REPHRASE) {
      course.missed(Missed.REPHRASED);
      again(question.rephrase(), Speech.REPHRASE);
    } else if (dialogue.subject.misses == OPTIONS) {
      course.missed(Missed.CHOICES);
      again(question.options(), Speech.OPTIONS);
    } else {
      course.missed(Missed.PERSON);
      course.open(
          course.entry(Intents.NOT_UNDERSTOOD).or(() -> course.entry(Intents.HUMAN)).orElseThrow());
    }
  }

  /// Where the flow says what to do instead of asking the same (what was offered may be past by
  /// now), that; how often he was not understood still counts.
  private void askOnceMore() {
    int misses = dialogue.subject.misses;
    question.again().ifPresentOrElse(course::go, course::askAgain);
    dialogue.subject.misses = misses;
  }

  /// In the flow's own words, or in the engine's and then the question.
  private void again(Optional<String> own, String ours) {
    Map<String, String> choices = Map.of("choices", course.keys());
    if (own.isPresent()) {
      speech.ask(own.get(), choices);
    } else {
      speech.ask(ours, course.keys().isEmpty() ? Map.of() : choices);
      askOnceMore();
    }
  }
}
