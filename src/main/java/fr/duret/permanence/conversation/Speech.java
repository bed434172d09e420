package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.templates.Rendered;
import fr.duret.permanence.templates.Sms;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What is said in one turn. Texts are written out as they are said, with the variables as they are
/// at that moment.
final class Speech {

  /// From then on it is evening, as people greet.
  private static final int EVENING = 18;

  /// What a reply may cost, unless its template allows itself more.
  private static final int SEGMENTS = 2;

  private static final String GREETING = "engine/greeting";

  static final String BACK = "engine/back";
  static final String CHOOSE = "engine/choose";
  static final String EMPTY = "engine/empty";
  static final String HELP = "engine/help";
  static final String NOTED = "engine/noted";
  static final String NO_DATE = "engine/no-date";
  static final String OPTIONS = "engine/options";
  static final String REPEAT = "engine/repeat";
  static final String REPHRASE = "engine/rephrase";
  static final String RESUME = "engine/resume";
  static final String SILENCE = "engine/silence";
  static final String START = "engine/start";

  /// What the engine says in its own words.
  static final Set<String> TEMPLATES =
      Set.of(
          GREETING, BACK, CHOOSE, EMPTY, HELP, NO_DATE, NOTED, OPTIONS, REPEAT, REPHRASE, RESUME,
          SILENCE, START);

  private final Services services;
  private final Dialogue dialogue;
  private final Input input;
  private final Memory memory;
  private final List<Said> said = new ArrayList<>();
  private final List<String> templates = new ArrayList<>();

  /// One thing said.
  ///
  /// @param text the words, and what they need
  /// @param question whether it only asks, so that it may be taken back for a newer question
  /// @param notice whether it says that a machine answers
  record Said(Rendered text, boolean question, boolean notice) {

    Said with(Said next) {
      return new Said(text.thenLine(next.text), question && next.question, notice || next.notice);
    }
  }

  Speech(Services services, Dialogue dialogue, Input input, Memory memory) {
    this.services = services;
    this.dialogue = dialogue;
    this.input = input;
    this.memory = memory;
  }

  /// Tells something that must not be taken back.
  void tell(String template) {
    add(template, Map.of(), false);
  }

  /// Asks, says something that only makes sense with the question that follows, or a courtesy.
  void ask(String template, Map<String, ?> more) {
    add(template, more, true);
  }

  boolean silent() {
    return said.isEmpty();
  }

  /// The messages to send: the notice before the first of a conversation, and neighbours of one
  /// purpose joined, because several texts at once may arrive in any order. What would be dearer
  /// together than a reply may be is left apart: two are then paid and read as easily as one.
  List<Said> messages() {
    if (!templates.isEmpty()) {
      dialogue.last = List.copyOf(templates);
    }
    greet();
    // From the last one on: what leads up to a question stays with it.
    Deque<Said> joined = new ArrayDeque<>();
    for (Said before : said.reversed()) {
      boolean together = !joined.isEmpty() && together(before, joined.getFirst());
      joined.addFirst(together ? before.with(joined.removeFirst()) : before);
    }
    return List.copyOf(joined);
  }

  /// Safety words leave alone, but what only leads up to a question about danger is no message of
  /// its own.
  private static boolean together(Said before, Said next) {
    Purpose purpose = next.text().purpose();
    if (tooDear(before, next)) {
      return false;
    }
    return before.text().purpose() == purpose
        || (purpose == Purpose.SAFETY && before.question() && next.question());
  }

  private static boolean tooDear(Said before, Said next) {
    return next.text().channel() == Channel.SMS
        && Sms.segments(before.with(next).text().text())
            > Math.max(
                SEGMENTS,
                Math.max(Sms.segments(before.text().text()), Sms.segments(next.text().text())));
  }

  private void add(String template, Map<String, ?> more, boolean question) {
    Map<String, Object> scope = scope();
    scope.putAll(more);
    Rendered text = services.texts().write(template, input.channel(), scope);
    said.add(new Said(text, question, false));
    templates.add(template);
  }

  /// Safety words come before any politeness; the notice then waits for the next message.
  private void greet() {
    if (dialogue.greeted) {
      return;
    }
    for (int i = 0; i < said.size(); i++) {
      Rendered text = said.get(i).text();
      boolean alone = services.texts().alone(text.template(), input.channel());
      if (!alone && text.purpose() != Purpose.SAFETY) {
        Rendered notice = services.texts().write(GREETING, input.channel(), scope());
        said.set(i, new Said(notice.then(text), said.get(i).question(), true));
        dialogue.greeted = true;
        return;
      }
    }
  }

  private Map<String, Object> scope() {
    Map<String, Object> scope = new HashMap<>(dialogue.subject.variables);
    boolean recognised = dialogue.level.allows(Level.NUMBER) && dialogue.person.isPresent();
    scope.put("first", !dialogue.greeted);
    scope.put("recognised", recognised);
    scope.put("evening", input.now().atZone(services.zone()).getHour() >= EVENING);
    if (recognised) {
      dialogue
          .person
          .flatMap(person -> services.people().find(person, memory))
          .ifPresent(person -> about(person, scope));
    }
    return scope;
  }

  /// How he is addressed; and where it is, if he has several places: two of his visits may be in
  /// one window.
  private void about(People.Person person, Map<String, Object> scope) {
    scope.put("called", person.called());
    Optional.ofNullable(dialogue.subject.variables.get("site"))
        .map(site -> person.places().get(site.toString()))
        .ifPresent(place -> scope.put("where", place));
  }
}
