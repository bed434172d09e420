package fr.duret.permanence.emergency;

import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.emergency.Alert.Member;
import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;

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

  /// An answer.
  ///
  /// @param asked the alerts that its writer was asked to take, oldest first; at least one
  /// @param named those of them that he names
  /// @param astray whether he names only numbers that none of them has
  private record Answer(
      Address from,
      String text,
      Words words,
      Instant at,
      List<Alert> asked,
      List<Alert> named,
      boolean astray) {

    /// The latest of those he was asked.
    Optional<Alert> last(Predicate<Alert> which) {
      return asked.stream().filter(which).reduce((earlier, later) -> later);
    }

    /// Those that he has, while they last.
    List<Alert> having() {
      return asked.stream().filter(alert -> alert.isWith(from) && !alert.settled()).toList();
    }

    Optional<Alert> his() {
      return last(having()::contains);
    }

    /// The one asked last that still looks for somebody.
    Optional<Alert> waiting(Predicate<Alert> which) {
      return last(alert -> which.test(alert) && !refused(alert)).or(() -> last(which));
    }

    boolean refused(Alert alert) {
      return alert.passed().stream().anyMatch(member -> member.number().equals(from));
    }

    /// Those that still look for somebody, besides that one and those that he names, the latest
    /// first.
    List<Alert> left(Alert but) {
      return asked.stream()
          .filter(alert -> alert.open() && !alert.id().equals(but.id()))
          .filter(alert -> named.stream().noneMatch(one -> one.id().equals(alert.id())))
          .toList()
          .reversed();
    }

    Member member(Alert alert) {
      return alert.asked(from, at).orElseThrow();
    }

    String mark(Alert alert) {
      return member(alert).mark(at);
    }
  }

  /// As [Alerts#answered].
  boolean hear(Address from, String text, Instant at) {
    List<Alert> asked =
        alerts.since(at.minus(Alerts.ANSWERABLE)).stream()
            .filter(alert -> alert.asked(from, at).isPresent())
            .sorted(Comparator.comparingInt(Alert::number))
            .toList();
    if (asked.isEmpty()) {
      return false;
    }
    Answer answer = answer(from, text, at, asked);
    List<Alert> before =
        asked.stream().filter(alert -> alert.heard().contains(answer.mark(alert))).toList();
    if (!before.isEmpty() && before.size() >= answer.named().size()) {
      before.forEach(alert -> again(alert, answer));
      return true;
    }
    return switch (reply(answer)) {
      case TAKES -> takes(answer);
      case PASSES -> passes(answer);
      case DONE -> done(answer);
      case ASKS -> tell(answer);
      case UNCLEAR -> unclear(answer);
      case DANGER -> false;
    };
  }

  private Answer answer(Address from, String text, Instant at, List<Alert> asked) {
    Words words = Words.of(text, vocabulary);
    List<Alert> named =
        asked.stream().filter(alert -> words.numbers().contains(alert.number())).toList();
    // « Dans 20 » names no alert.
    boolean astray = named.isEmpty() && !words.numbers().isEmpty();
    return new Answer(
        from, text, astray ? Words.unnumbered(text) : words, at, asked, named, astray);
  }

  private Reply reply(Answer answer) {
    String said = answer.words().plain();
    if (said.isEmpty()) {
      return Reply.TAKES;
    }
    Reply read = joints.reply().apply(said);
    // « Ok 99 » is asked back: he may mean another than the one asked last.
    boolean doubtful = answer.astray() && !vocabulary.goes(said);
    return read == Reply.DANGER || doubtful
        ? read
        : vocabulary.reply(said, read == Reply.PASSES).orElse(read);
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
    List<Alert> named =
        answer.named().stream()
            .filter(alert -> alert.underWay() || alert.isWith(answer.from()))
            .toList();
    if (named.isEmpty() && his.isPresent() && open.isPresent() && !answer.words().mereNo()) {
      note(his.get(), answer);
      return true;
    }
    List<Alert> concerned = named.isEmpty() ? open.or(() -> his).stream().toList() : named;
    concerned.forEach(alert -> pass(alert.id(), answer));
    return !concerned.isEmpty();
  }

  /// Only one that is plainly meant is over: the one that he names, or the only one that he has.
  private boolean done(Answer answer) {
    List<Alert> having = answer.having();
    List<Alert> meant =
        answer.named().isEmpty()
            ? having
            : having.stream().filter(answer.named()::contains).toList();
    boolean plain = !answer.named().isEmpty() || (meant.size() == 1 && !answer.astray());
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
    Alert alert =
        answer.named().stream()
            .findFirst()
            .or(() -> answer.waiting(Alert::open))
            .or(answer::his)
            .orElseGet(() -> answer.asked().getLast());
    messages.details(alert, answer.member(alert), answer.at());
    return true;
  }

  private boolean unclear(Answer answer) {
    Optional<Alert> open = answer.last(Alert::underWay);
    Optional<Alert> his =
        answer.named().stream()
            .findFirst()
            .or(answer::his)
            .or(() -> answer.last(one -> open.isEmpty() && one.isWith(answer.from())));
    boolean astray = answer.astray() && answer.words().mereYes() && open.isPresent();
    if (his.isPresent() && !astray) {
      note(his.get(), answer);
    } else {
      open.ifPresent(alert ->
          messages.askAgain(alert, answer.member(alert), answer.at(), answer.asked().size() > 1));
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
    messages.passed(alert, member, answer.asked().size() > 1);
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
            messages.already(alert, answer.member(alert), taker);
          }
        });
  }
}
