package fr.duret.permanence.emergency;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.OnCall;
import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.emergency.Alert.Member;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.templates.Templates;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// The chain of alerts. An alert is done when somebody answers « ok », not when it is sent: the
/// next person on call after 3 minutes, then everybody every 3 minutes for 30 minutes; the client
/// is told who comes, or that nobody has answered yet. An urgent ticket is opened in any case.
///
/// ```
/// raised ─► first on call ─3 min, or « non »─► next … ─► everybody (10 times) ─► given up, client told
///    ├───────────────┴─ « ok » at any time, even later ─► taken, client told
///    │                                    └─ « finalement non » ─► looked for again, client told
///    ├─ the client writes that it is over ─► everybody told learns it
///    └─ who has taken it writes that it is over ─► the client learns it
/// ```
public final class Alerts {

  /// The kind of its timers; the root joins [#fire] to it in the agenda.
  public static final String KIND = "alert";

  /// The templates it writes from.
  public static final Set<String> TEMPLATES = AlertMessages.TEMPLATES;

  /// How long after an alert an « ok » is still understood as an answer to it.
  static final Duration ANSWERABLE = Duration.ofHours(3);

  /// What alerts need of others.
  ///
  /// @param desk where the urgent ticket goes
  /// @param plan plans a timer
  /// @param owe owes a message
  /// @param callers name and commune of a person on file
  /// @param reply what the words of somebody of the rota mean
  public record Joints(
      Desk desk,
      Consumer<Timer> plan,
      Consumer<Outbound> owe,
      Function<String, Optional<Caller>> callers,
      Function<String, Reply> reply) {}

  private final MongoAlerts alerts;
  private final Company company;
  private final AlertMessages messages;
  private final InstantSource clock;
  private final Joints joints;
  private final RotaAnswers answers;

  /// @param office the name of the person in the office, for the client
  /// @param clock the business clock
  public Alerts(
      Store store,
      Company company,
      String office,
      Templates templates,
      InstantSource clock,
      Joints joints) {
    this.alerts = new MongoAlerts(store);
    this.company = company;
    this.clock = clock;
    this.joints = joints;
    this.messages =
        new AlertMessages(templates, company, office, joints.callers, clock, joints.owe);
    this.answers = new RotaAnswers(alerts, messages, joints, RotaVocabulary.load(), this::step);
  }

  /// Opens an urgent ticket and alerts the person on call. While nobody has answered an earlier
  /// alert of the same address, its chain goes on with these words too and no second one begins.
  ///
  /// @return whether a new one began
  public boolean raise(Danger danger) {
    joints.desk.open(demand(danger));
    if (underWay(danger)) {
      more(danger);
      return false;
    }
    step(alerts.findOrInsert(fresh(danger)).id(), 0);
    return true;
  }

  /// Takes the next step of the chain; the handler of timers of the kind [#KIND].
  public void fire(Timer timer) {
    step(
        Objects.requireNonNull(timer.data().get("alert")),
        Integer.parseInt(Objects.requireNonNull(timer.data().get("step"))));
  }

  /// Hears whether a message is an answer to an alert: to the one it names (« ok 2 »), else to the
  /// latest that is open. Whoever has taken one already takes no other by telling how it stands. To
  /// be asked before the conversation; repeated, it does nothing more.
  ///
  /// @return true if it was, and nothing else need answer it
  public boolean answered(Address from, String words, Instant at) {
    return answers.hear(from, words, at.truncatedTo(ChronoUnit.MILLIS));
  }

  /// Whether alerts go to that number at all; somebody who left the rota since the last start is
  /// not heard any more.
  public boolean asks(Address from) {
    return company.onCall().stream().map(OnCall::number).anyMatch(from::equals);
  }

  /// How the latest alert of that address stands; empty if there is none, or it is over.
  public Optional<Standing> standing(Address from, Instant at) {
    return latest(from, at)
        .map(alert ->
            alert
                .taker()
                .<Standing>map(taker -> new Standing.Taken(taker.name()))
                .orElseGet(
                    () -> alert.underWay() ? new Standing.Waiting() : new Standing.Unanswered()));
  }

  /// The client writes more of his danger, where it is above all: whoever has been told, or has
  /// taken it, reads that too. Repeated, it does nothing more.
  ///
  /// @param danger with the new words
  /// @return whether whoever is called has these words; not if no alert of his is open, or if he
  ///   has written very much already
  public boolean more(Danger danger) {
    Optional<Alert> latest = latest(danger.from(), danger.at());
    if (latest.isEmpty() || latest.get().knows(danger.words()) || latest.get().full()) {
      return latest.filter(alert -> alert.knows(danger.words())).isPresent();
    }
    messages.more(latest.get(), danger);
    joints.desk.open(demand(danger));
    return alerts.replaced(latest.get().told(danger.words())) || more(danger);
  }

  /// The client writes that the danger is over: nobody more is told, who was told learns it. The
  /// ticket stays: somebody looks after him. Repeated, it does nothing more.
  public void over(Address from, String words, Instant at) {
    latest(from, at)
        .ifPresent(alert -> {
          messages.over(alert, words, at);
          if (!alerts.replaced(alert.over())) {
            over(from, words, at);
          }
        });
  }

  private Optional<Alert> latest(Address from, Instant at) {
    return alerts.since(at.minus(ANSWERABLE)).stream()
        .filter(alert -> alert.from().equals(from) && !alert.settled())
        .reduce((earlier, later) -> later);
  }

  private void step(String id, int number) {
    Alert alert = alerts.find(id).orElseThrow();
    if (!alert.open() || alert.step() > number) {
      return;
    }
    // The effects are idempotent and come first: a crash in between repeats them, never loses them.
    alert.told(number).forEach(member -> messages.ask(alert, number, member));
    if (alert.firstToAll(number)) {
      messages.nobodyYet(alert);
    }
    if (number == alert.lastStep()) {
      messages.nobody(alert);
    } else {
      joints.plan.accept(timer(alert, number + 1));
    }
    if (!alerts.replaced(alert.at(number + 1))) {
      step(id, number);
    }
  }

  /// The pause runs from when the last one was really told: a step that comes early, or late after
  /// an outage, leaves the next one its time.
  private Timer timer(Alert alert, int step) {
    return new Timer(
        "alert/" + alert.id(),
        clock.instant().plus(Alert.PAUSE),
        KIND,
        Map.of("alert", alert.id(), "step", String.valueOf(step)));
  }

  private boolean underWay(Danger danger) {
    return alerts.since(danger.at().minus(ANSWERABLE)).stream()
        .filter(alert -> alert.from().equals(danger.from()))
        .filter(alert -> !alert.id().equals(id(danger)))
        .anyMatch(Alert::underWay);
  }

  private Demand demand(Danger danger) {
    return new Demand(
        danger.cause(),
        TicketKind.EMERGENCY,
        messages.subject(danger.words()),
        matter(danger.from()),
        danger.from(),
        danger.person(),
        danger.at());
  }

  /// What the ticket of somebody in danger is about.
  static String matter(Address from) {
    return "danger/" + from.key();
  }

  private Alert fresh(Danger danger) {
    Instant at = danger.at().truncatedTo(ChronoUnit.MILLIS);
    LocalDateTime local = at.atZone(company.zone()).toLocalDateTime();
    List<Member> everybody = company.onCall().stream().map(Alerts::member).distinct().toList();
    List<Member> chain =
        company.onCall().stream()
            .filter(one -> onCall(one, company.isOpen(local)))
            .map(Alerts::member)
            .distinct()
            .toList();
    return new Alert(
        id(danger),
        number(at),
        danger.from(),
        danger.person(),
        danger.words(),
        at,
        chain,
        everybody,
        0,
        Optional.empty(),
        List.of(),
        false,
        List.of(),
        1);
  }

  /// One more than the highest of these hours, so that no two that may be answered share one.
  private int number(Instant at) {
    return 1 + alerts.since(at.minus(ANSWERABLE)).stream().mapToInt(Alert::number).max().orElse(0);
  }

  private static boolean onCall(OnCall one, boolean open) {
    return switch (one.when()) {
      case ALWAYS -> true;
      case OFFICE_HOURS -> open;
      case OFF_HOURS -> !open;
    };
  }

  private static Member member(OnCall one) {
    return new Member(one.name(), one.number());
  }

  private static String id(Danger danger) {
    return "A-" + UUID.nameUUIDFromBytes(danger.cause().getBytes(StandardCharsets.UTF_8));
  }
}
