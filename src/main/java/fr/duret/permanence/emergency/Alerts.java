package fr.duret.permanence.emergency;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.OnCall;
import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.Ticket;
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
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/// The chain of alerts. An alert is done when somebody answers « ok », not when it is sent: the
/// next person on call after 3 minutes, then everybody every 3 minutes for 30 minutes; the client
/// is told who comes, or that nobody has answered yet. An urgent ticket is opened in any case.
///
/// ```
/// raised ─► first on call ─3 min─► next … ─► everybody (10 times) ─► given up, client told
///    └───────────────┴─ « ok » at any time, even later ─► taken, client told
/// ```
public final class Alerts {

  /// The kind of its timers; the root joins [#fire] to it in the agenda.
  public static final String KIND = "alert";

  /// How long after an alert an « ok » is still understood as an answer to it.
  private static final Duration ANSWERABLE = Duration.ofHours(3);

  /// What alerts need of others.
  ///
  /// @param desk where the urgent ticket goes
  /// @param plan plans a timer
  /// @param owe owes a message
  /// @param callers name and commune of a person on file
  /// @param accepts whether words mean « ok, j'y vais »
  public record Joints(
      Desk desk,
      Consumer<Timer> plan,
      Consumer<Outbound> owe,
      Function<String, Optional<Caller>> callers,
      Predicate<String> accepts) {}

  private final MongoAlerts alerts;
  private final Company company;
  private final AlertMessages messages;
  private final Joints joints;

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
    this.joints = joints;
    this.messages =
        new AlertMessages(templates, company, office, joints.callers, clock, joints.owe);
  }

  /// Opens an urgent ticket and alerts the person on call. While nobody has answered an earlier
  /// alert of the same address, its chain goes on and no second one begins.
  public void raise(Danger danger) {
    Ticket ticket = joints.desk.open(demand(danger));
    if (underWay(danger)) {
      return;
    }
    step(alerts.findOrInsert(fresh(danger, ticket.due())).id(), 0);
  }

  /// Takes the next step of the chain; the handler of timers of the kind [#KIND].
  public void fire(Timer timer) {
    step(
        Objects.requireNonNull(timer.data().get("alert")),
        Integer.parseInt(Objects.requireNonNull(timer.data().get("step"))));
  }

  /// Hears whether a message is somebody's « ok » to an alert; of several the oldest that nobody
  /// has taken. To be asked before the conversation; repeated, it does nothing more.
  ///
  /// @return true if it was, and nothing else need answer it
  public boolean answered(Address from, String words, Instant at) {
    if (!joints.accepts.test(words)) {
      return false;
    }
    List<Alert> asked =
        alerts.since(at.minus(ANSWERABLE)).stream()
            .filter(alert -> alert.asked(from, at).isPresent())
            .toList();
    Optional<Alert> open = asked.stream().filter(alert -> alert.taker().isEmpty()).findFirst();
    if (open.isPresent()) {
      take(open.get().id(), from, at);
    } else if (!asked.isEmpty()) {
      settled(asked.getLast(), from, at);
    }
    return !asked.isEmpty();
  }

  private void take(String id, Address from, Instant at) {
    Alert alert = alerts.find(id).orElseThrow();
    Member member = alert.asked(from, at).orElseThrow();
    if (alert.taker().isEmpty()) {
      Alert taken = alert.takenBy(member);
      if (!alerts.replaced(taken)) {
        take(id, from, at);
        return;
      }
      alert = taken;
    }
    settled(alert, from, at);
  }

  /// Tells everybody concerned; ids derived from the alert make the repetition harmless.
  private void settled(Alert alert, Address from, Instant at) {
    Member taker = alert.taker().orElseThrow();
    if (taker.number().equals(from)) {
      messages.taken(alert, taker, at);
    } else {
      alert.asked(from, at).ifPresent(late -> messages.already(alert, late, taker));
    }
  }

  private void step(String id, int number) {
    Alert alert = alerts.find(id).orElseThrow();
    if (alert.taker().isPresent() || alert.step() > number) {
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

  private static Timer timer(Alert alert, int step) {
    return new Timer(
        "alert/" + alert.id(),
        alert.dueOf(step),
        KIND,
        Map.of("alert", alert.id(), "step", String.valueOf(step)));
  }

  private boolean underWay(Danger danger) {
    return alerts.since(danger.at().minus(ANSWERABLE)).stream()
        .filter(alert -> alert.from().equals(danger.from()))
        .filter(alert -> !alert.id().equals(id(danger)))
        .anyMatch(alert -> alert.taker().isEmpty() && alert.step() <= alert.lastStep());
  }

  private Demand demand(Danger danger) {
    return new Demand(
        danger.cause(),
        TicketKind.EMERGENCY,
        messages.subject(danger.words()),
        "danger/" + danger.from().key(),
        danger.from(),
        danger.person(),
        danger.at());
  }

  private Alert fresh(Danger danger, Instant due) {
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
        danger.from(),
        danger.person(),
        danger.words(),
        at,
        chain,
        everybody,
        due,
        0,
        Optional.empty(),
        1);
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
