package fr.duret.permanence.emergency;

import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.emergency.Alert.Member;
import fr.duret.permanence.emergency.RotaReading.Said;
import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.stream.Collectors;

/// What those on call answer. An alert is never taken silently: with several, whoever answers is
/// told which he has and which is left.
///
/// @param vocabulary their words
/// @param step takes the step of that number of the alert of that id
record RotaAnswers(
    MongoAlerts alerts,
    AlertMessages messages,
    Alerts.Joints joints,
    RotaVocabulary vocabulary,
    ObjIntConsumer<String> step) {

  /// As [Alerts#answered].
  boolean hear(Address from, String text, Instant at) {
    List<Alert> asked = asked(from, at);
    if (asked.isEmpty()) {
      return false;
    }
    List<Said> all = reading().read(text, numbers(asked));
    List<Integer> named = all.stream().flatMap(said -> said.words().numbers().stream()).toList();
    // A refusal first: what he leaves is then no more offered to him with what he takes.
    boolean heard = true;
    for (Said said :
        all.stream().sorted(Comparator.comparing(one -> one.reply() == Reply.TAKES)).toList()) {
      heard &=
          hear(said, new Answer(from, text, said.words(), at, asked(from, at), List.of()), named);
    }
    return heard;
  }

  private RotaReading reading() {
    return new RotaReading(vocabulary, joints.reply());
  }

  private List<Alert> asked(Address from, Instant at) {
    return alerts.since(at.minus(Alerts.ANSWERABLE)).stream()
        .filter(alert -> alert.asked(from, at).isPresent())
        .sorted(Comparator.comparingInt(Alert::number))
        .toList();
  }

  private static Set<Integer> numbers(List<Alert> asked) {
    return asked.stream().map(Alert::number).collect(Collectors.toSet());
  }

  /// @param numbers all that he names, in other parts too: none of them is « the others »
  private boolean hear(Said said, Answer bare, List<Integer> numbers) {
    Answer answer = bare.naming(named(said, bare, numbers));
    List<Alert> before =
        answer.asked().stream()
            .filter(alert -> alert.heard().contains(answer.mark(alert)))
            .filter(alert -> answer.named().isEmpty() || answer.names(alert))
            .toList();
    if (!before.isEmpty() && before.size() >= answer.named().size()) {
      before.forEach(alert -> again(alert, answer));
      return true;
    }
    if (said.words().name() && answer.named().isEmpty() && isPlain(said)) {
      return strange(said, answer);
    }
    boolean heard = act(said.reply(), answer);
    boolean some = !said.words().unknown().isEmpty() && !answer.named().isEmpty();
    return some ? strange(said, answer) : heard;
  }

  /// Whether it is an answer and no report, which may name anything.
  private static boolean isPlain(Said said) {
    return said.reply() != Reply.UNCLEAR || said.words().mereYes();
  }

  private List<Alert> named(Said said, Answer answer, List<Integer> numbers) {
    Words words = said.words();
    List<Alert> others =
        words.rest()
            ? answer.others(said.reply()).stream()
                .filter(alert -> !numbers.contains(alert.number()))
                .toList()
            : List.of();
    boolean doubtful = others.size() > 1 && vocabulary.meansOther(words.plain());
    return answer.asked().stream()
        .filter(alert ->
            words.numbers().contains(alert.number()) || (!doubtful && others.contains(alert)))
        .toList();
  }

  private boolean act(Reply reply, Answer answer) {
    return switch (reply) {
      case TAKES -> takes(answer);
      case PASSES -> passes(answer);
      case DONE -> done(answer);
      case ASKS -> tell(answer);
      case UNCLEAR -> unclear(answer);
      case DANGER -> false;
    };
  }

  /// He names what is no alert of his: none is taken in its place.
  private boolean strange(Said said, Answer answer) {
    Alert last = answer.asked().getLast();
    messages.strange(last, answer.member(last), answer, said.words().unknown());
    return true;
  }

  /// The same answer, read again after a crash.
  private void again(Alert alert, Answer answer) {
    if (alert.isWith(answer.from())) {
      settled(alert, answer);
    } else if (alert.waitsFor(answer.member(alert)) && alert.open()) {
      step.accept(alert.id(), alert.step());
    }
  }

  /// Whoever says that he goes takes what waits, though he has another: a yes that is filed under
  /// an old alert lets him drive while the client still waits for somebody.
  private boolean takes(Answer answer) {
    Optional<Alert> his = answer.his();
    Optional<Alert> open = answer.waiting(Alert::open);
    String said = answer.words().plain();
    boolean means =
        answer.words().mereYes() || vocabulary.reply(said, false).equals(Optional.of(Reply.TAKES));
    boolean takes = his.isEmpty() || (means && !vocabulary.reports(said));
    if (!answer.named().isEmpty()) {
      answer.named().forEach(alert -> takeNamed(alert, answer));
    } else if (open.isPresent() && takes) {
      take(open.get().id(), answer);
    } else if (his.isPresent() && !answer.words().mereYes()) {
      note(his.get(), answer);
    } else {
      settled(his.orElse(answer.asked().getLast()), answer);
    }
    if (vocabulary.asks(said)) {
      tell(answer);
    }
    return true;
  }

  private boolean passes(Answer answer) {
    Optional<Alert> his = answer.his();
    Optional<Alert> open = answer.waiting(Alert::underWay);
    if (!answer.named().isEmpty()) {
      refuse(answer.named(), answer);
      return true;
    }
    if (his.isPresent() && open.isPresent() && !answer.words().mereNo()) {
      note(his.get(), answer);
      return true;
    }
    List<Alert> concerned = open.or(() -> his).stream().toList();
    refuse(concerned, answer);
    return !concerned.isEmpty();
  }

  /// He is told once which ones; of what somebody else has, who that is.
  private void refuse(List<Alert> some, Answer answer) {
    List<Alert> his =
        some.stream().filter(alert -> alert.open() || alert.isWith(answer.from())).toList();
    his.forEach(alert -> pass(alert.id(), answer));
    if (!his.isEmpty()) {
      messages.passed(his, answer.member(his.getFirst()), answer);
    }
    some.stream()
        .filter(alert -> !his.contains(alert))
        .forEach(
            alert -> messages.stands(alert, answer.member(alert), answer.at(), answer.left(alert)));
  }

  /// Only one that is plainly meant is over: the one that he names, or the only one that he has.
  private boolean done(Answer answer) {
    List<Alert> having = answer.having();
    List<Alert> meant =
        answer.named().isEmpty()
            ? having
            : having.stream().filter(answer.named()::contains).toList();
    boolean plain = !answer.named().isEmpty() || meant.size() == 1;
    if (meant.isEmpty() || !plain) {
      return unclear(answer);
    }
    meant.forEach(alert -> finish(alert.id(), answer));
    return true;
  }

  private void finish(String id, Answer answer) {
    Alert alert = alerts.find(id).orElseThrow();
    Member member = answer.member(alert);
    if (alert.settled() || !alert.isWith(answer.from())) {
      return;
    }
    note(alert, answer);
    messages.done(alert, member);
    if (!alerts.replaced(alert.doneBy(member, answer.at()))) {
      finish(id, answer);
    }
  }

  /// Who and where it is, as far as the file and the client's words tell.
  private boolean tell(Answer answer) {
    Alert latest =
        answer.waiting(Alert::open).or(answer::his).orElseGet(() -> answer.asked().getLast());
    List<Alert> meant = answer.named().isEmpty() ? List.of(latest) : answer.named();
    meant.forEach(alert -> messages.details(alert, answer.member(alert), answer.at()));
    return true;
  }

  private boolean unclear(Answer answer) {
    Optional<Alert> open = answer.last(Alert::underWay);
    Optional<Alert> named = answer.named().stream().findFirst();
    Optional<Alert> his =
        named
            .or(answer::his)
            .or(() -> answer.last(one -> open.isEmpty() && one.isWith(answer.from())));
    // « Le 5 » alone asks to be asked back.
    Optional<Alert> bare = named.filter(alert -> alert.open() && answer.words().isBare());
    if (his.isPresent() && bare.isEmpty()) {
      note(his.get(), answer);
    } else {
      bare.or(() -> open)
          .ifPresent(alert ->
              messages.askAgain(
                  alert, answer.member(alert), answer.at(), answer.asked().size() > 1));
    }
    return his.isPresent() || open.isPresent();
  }

  /// How things stand, in the words of whoever is there: kept for the office, acknowledged, and the
  /// alert that is left is named to him.
  private void note(Alert alert, Answer answer) {
    Member member = answer.member(alert);
    String cause = alert.id() + "/note/" + answer.mark(alert);
    joints
        .desk()
        .open(
            new Demand(
                cause,
                TicketKind.REQUEST,
                messages.noteSubject(alert, member, answer.text()),
                cause,
                answer.from(),
                alert.person(),
                answer.at()));
    messages.noted(alert, member, answer.at(), answer.left(alert));
  }

  /// Looks for somebody else at once, if nobody else is being waited for.
  private void pass(String id, Answer answer) {
    Alert alert = alerts.find(id).orElseThrow();
    Member member = answer.member(alert);
    boolean gaveBack = alert.isWith(answer.from());
    if (gaveBack) {
      messages.givenBack(alert, member);
      ticket(alert).ifPresent(ticket -> joints.desk().release(ticket));
    }
    boolean next = gaveBack || alert.waitsFor(member);
    if (!alerts.replaced(alert.passedBy(member, answer.at()))) {
      pass(id, answer);
    } else if (next && alert.step() <= alert.lastStep()) {
      step.accept(id, alert.step());
    } else if (gaveBack) {
      messages.nobody(alert);
    }
  }

  /// The office sees who looks after it.
  private Optional<String> ticket(Alert alert) {
    return joints.desk().about(Alerts.matter(alert.from())).map(Ticket::id);
  }

  /// « Ok 19 », of one that is open no more: told where it stands, each time.
  private void takeNamed(Alert alert, Answer answer) {
    if (alert.open()) {
      take(alert.id(), answer);
    } else {
      messages.stands(alert, answer.member(alert), answer.at(), answer.left(alert));
    }
  }

  private void take(String id, Answer answer) {
    Alert alert = alerts.find(id).orElseThrow();
    if (alert.open()) {
      Alert taken = alert.takenBy(answer.member(alert), answer.at());
      if (!alerts.replaced(taken)) {
        take(id, answer);
        return;
      }
      alert = taken;
    }
    settled(alert, answer);
  }

  /// Tells everybody concerned; ids derived from the alert make the repetition harmless.
  private void settled(Alert alert, Answer answer) {
    alert
        .taker()
        .ifPresent(taker -> {
          if (taker.number().equals(answer.from())) {
            ticket(alert).ifPresent(id -> joints.desk().take(id, taker.name()));
            boolean several = answer.asked().size() > 1;
            messages.taken(alert, taker, answer.at(), several, answer.left(alert));
          } else {
            messages.already(alert, answer.member(alert), taker, answer.asked().size() > 1);
          }
        });
  }
}
