package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.flow.Intents;
import fr.duret.permanence.conversation.flow.Next;
import fr.duret.permanence.conversation.flow.Step;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Emergency;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Language;
import fr.duret.permanence.understanding.Understood;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads what was said: against a question, and for what it wants.
final class Ears {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

  /// More are a sentence, which may speak of somebody else.
  private static final int FEW_WORDS = 3;

  /// What the operators reserve a word for.
  private static final Set<Intent> KEYWORDS = EnumSet.of(Intent.STOP, Intent.START);

  private final Services services;
  private final Dialogue dialogue;
  private final Input input;

  /// What the turn has read already: actions ask for its text again and again.
  private final Map<Listening, Heard> heard = new HashMap<>();

  /// Whether the question that waits weighs doubts about danger itself: « vite !!! » from somebody
  /// whose alarm is open is no question any more.
  private boolean weighing;

  /// A text, and what it is read against.
  private record Listening(String text, Context context) {}

  Ears(Services services, Dialogue dialogue, Input input) {
    this.services = services;
    this.dialogue = dialogue;
    this.input = input;
  }

  /// The turn's text as an answer to that question, or as said out of the blue.
  Heard hear(Optional<Step.Ask> question) {
    weighing = question.flatMap(this::recogniser).filter(Recogniser::weighsDanger).isPresent();
    return read(input.text(), question);
  }

  /// Where an answer leads; its variables are set. Empty if the text is no answer.
  ///
  /// @param asked whether it was said in answer to this very question
  Optional<Next> answer(Step.Ask question, String text, boolean asked) {
    Optional<Step.Choice> choice = ChoiceMatch.find(question.choices(), text, asked);
    if (choice.isPresent()) {
      dialogue.subject.variables.putAll(choice.get().set());
      return choice.map(Step.Choice::next);
    }
    return question.accept().flatMap(accept -> accepted(question, accept, text, asked));
  }

  /// Whether that question's answers are asked back about where they are in doubt.
  boolean asksBack(Step.Ask question) {
    return recogniser(question).filter(Recogniser::asksBack).isPresent();
  }

  /// Whether the text, read as an answer to that question, is a few words with a first name that is
  /// known as one: « Roland Pichon » is a name wherever it is said.
  boolean firstName(Step.Ask question, String text) {
    return WORD.matcher(text).results().count() <= FEW_WORDS
        && read(text, Optional.of(question))
            .meaning()
            .name()
            .filter(name -> name.confidence() == Confidence.SURE)
            .filter(name -> name.value().first().isPresent())
            .isPresent();
  }

  /// What the text wants, best first, as flows name it; danger before all. Only a plain STOP is
  /// one: « je ne sens plus rien, fausse alerte » must not silence our reminders; nor is « remettez
  /// le » START.
  List<String> wants(Heard heard, Confidence atLeast) {
    List<String> wants = new ArrayList<>();
    Understood meaning = heard.meaning();
    switch (meaning.emergency()) {
      case Emergency.Alarm _ -> wants.add(Intents.EMERGENCY);
      case Emergency.Ask _ when !weighing -> wants.add(Intents.EMERGENCY_DOUBT);
      case Emergency.Ask _, Emergency.None _ -> {}
    }
    meaning.intents().stream()
        .filter(found -> found.confidence().atLeast(atLeast))
        .filter(found -> found.value() != Intent.OTHER)
        .filter(found -> !KEYWORDS.contains(found.value()) || found.confidence() == Confidence.SURE)
        .forEach(found -> wants.add(Intents.name(found.value())));
    return wants;
  }

  /// Whether the text is not understood because it is not French.
  boolean foreign(Heard heard) {
    Language language = heard.meaning().language();
    return language != Language.FRENCH;
  }

  private Optional<Next> accepted(
      Step.Ask question, Step.Accept accept, String text, boolean asked) {
    Heard heard = read(text, Optional.of(question));
    boolean doubtful = dialogue.subject.spokenOver && !heard.tells();
    Hearing hearing =
        new Hearing(
            heard, asked, dialogue.subject.variables, doubtful, input.now(), this::readAgainst);
    Optional<Result> result =
        services.registry().recogniser(accept.recogniser()).flatMap(ear -> ear.hear(hearing));
    result.ifPresent(this::learn);
    return result.map(found -> way(accept, found.outcome()));
  }

  private static Next way(Step.Accept accept, String outcome) {
    Next way = accept.outcomes().get(outcome);
    if (way == null) {
      throw new IllegalStateException(
          accept.recogniser() + " gave an outcome it did not declare: " + outcome);
    }
    return way;
  }

  void learn(Result result) {
    dialogue.subject.variables.putAll(result.values());
    result.recognised().ifPresent(who -> dialogue.recognise(who.person(), who.level()));
  }

  /// A text, or a part of one, as said out of the blue.
  Heard read(String text) {
    return read(text, Optional.empty());
  }

  private Heard read(String text, Optional<Step.Ask> question) {
    Context context = question.map(this::context).orElse(Context.none());
    return readAgainst(text, context);
  }

  private Heard readAgainst(String text, Context context) {
    Context whole = input.visitPlanned() ? context.withVisitPlanned() : context;
    return heard.computeIfAbsent(new Listening(text, whole), this::read);
  }

  private Heard read(Listening to) {
    LocalDateTime now = input.now().atZone(services.zone()).toLocalDateTime();
    return new Heard(to.text(), services.understanding().read(to.text(), now, to.context()));
  }

  private Context context(Step.Ask question) {
    return recogniser(question)
        .map(ear -> ear.context(dialogue.subject.variables))
        .orElse(Context.asked(Context.Asked.FREE));
  }

  private Optional<Recogniser> recogniser(Step.Ask question) {
    return question.accept().flatMap(accept -> services.registry().recogniser(accept.recogniser()));
  }
}
