package fr.duret.permanence.outreach;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.calendar.Holidays;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.desk.Demand;
import fr.duret.permanence.desk.TicketKind;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Templates;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// The reminder by SMS two days before a visit, at 10 h; if that day is no working day, the working
/// day before it.
///
/// Somebody without a mobile on file is reminded by a person: a ticket instead.
///
/// It names the technician and so pins him. What it says is read again when it is due and once more
/// before it leaves: a visit that was moved takes its reminder along, a cancelled one has none.
public final class Reminders {

  /// The kind of its timers; the root joins [#fire] to it in the agenda.
  public static final String KIND = "reminder-d2";

  private static final String TEMPLATE = "rappel/j2";
  private static final String TICKET = "ticket/rappeler";

  /// The templates it writes from.
  public static final Set<String> TEMPLATES = Set.of(TEMPLATE, TICKET);

  private static final String QUESTION = "rappel/reponse";
  private static final int DAYS_BEFORE = 2;
  private static final LocalTime HOUR = LocalTime.of(10, 0);

  /// What reminders do to the world.
  ///
  /// @param plan plans a timer
  /// @param cancel cancels the timer of a key
  /// @param owe owes a message
  /// @param expectations told what will be answered
  /// @param ask asks a person to do it, where no text message can
  public record Joints(
      Consumer<Timer> plan,
      Consumer<String> cancel,
      Consumer<Outbound> owe,
      Expectations expectations,
      Consumer<Demand> ask) {}

  private final RemindedVisits visits;
  private final Company company;
  private final Templates templates;
  private final VisitMessages messages;
  private final InstantSource clock;
  private final Joints joints;

  /// @param clock the business clock
  public Reminders(
      RemindedVisits visits,
      Company company,
      Templates templates,
      InstantSource clock,
      Joints joints) {
    this.visits = visits;
    this.company = company;
    this.templates = templates;
    this.messages = new VisitMessages(company, templates);
    this.clock = clock;
    this.joints = joints;
  }

  /// To be told of every visit that was booked, moved or cancelled; bears being told twice. A visit
  /// booked after its reminder would be due has none: its confirmation is fresh.
  public void changed(Visit visit) {
    if (isAhead(visit)) {
      ensure(visit);
    } else {
      joints.cancel.accept(key(visit.id()));
    }
  }

  /// Makes sure of the reminder of a visit that may have come otherwise than by a dialogue; bears
  /// being told any number of times. One that is overdue is left alone: it may be about to leave.
  public void ensure(Visit visit) {
    if (isAhead(visit)) {
      Map<String, String> data = Map.of("visit", visit.id(), "slot", visit.slot().key());
      joints.plan.accept(new Timer(key(visit.id()), due(visit.slot().day()), KIND, data));
    }
  }

  private boolean isAhead(Visit visit) {
    return visit.state() == Visit.State.PLANNED && due(visit.slot().day()).isAfter(clock.instant());
  }

  /// Sends the reminder of a timer, unless the visit is no longer what it was, or has begun.
  public void fire(Timer timer) {
    String id = Objects.requireNonNull(timer.data().get("visit"));
    String slot = Objects.requireNonNull(timer.data().get("slot"));
    visits
        .visit(id)
        .filter(visit -> stands(visit, slot) && !begun(visit))
        .ifPresent(visit ->
            visits
                .mobile(visit.person())
                .ifPresentOrElse(mobile -> remind(visit, mobile), () -> call(visit)));
  }

  /// Whether a message about a visit still says the truth: its subject is `visit/V-123/` and the
  /// slot it speaks of, and that has not begun. Other subjects are not ours: true.
  public boolean current(Outbound message) {
    String[] parts = message.subject().orElse("").split("/", 3);
    return parts.length < 3
        || !parts[0].equals("visit")
        || visits
            .visit(parts[1])
            .filter(visit -> stands(visit, parts[2]) && !begun(visit))
            .isPresent();
  }

  private void remind(Visit visit, Address mobile) {
    String cause = cause(visit);
    Visit pinned = visits.pin(cause, visit.id());
    Map<String, Object> variables = new HashMap<>(messages.variables(pinned));
    Instant now = clock.instant();
    // First what will be answered, then the question: a quick « ok » must find it.
    joints.expectations.expect(mobile, QUESTION, variables, now);
    Optional<String> subject = Optional.of(VisitMessages.subject(pinned));
    visits.where(pinned).ifPresent(place -> variables.put(VisitMessages.WHERE, place));
    joints.owe.accept(messages.sms(cause, mobile, TEMPLATE, variables, subject, now));
  }

  /// Nobody can be texted: a person calls instead, in the time that a reminder leaves.
  private void call(Visit visit) {
    RemindedVisits.Contact contact = visits.contact(visit.person());
    Map<String, Object> variables = new HashMap<>(messages.variables(visit));
    variables.put("words", contact.name());
    joints.ask.accept(
        new Demand(
            cause(visit),
            TicketKind.UNDELIVERED,
            templates.renderFrom(TICKET, Channel.WEB, variables).text(),
            key(visit.id()),
            contact.address(),
            Optional.of(visit.person()),
            clock.instant()));
  }

  private static String cause(Visit visit) {
    return KIND + "/" + visit.id() + "/" + visit.slot().key();
  }

  private Instant due(LocalDate visitDay) {
    LocalDate day = Holidays.workingDayAtOrBefore(visitDay.minusDays(DAYS_BEFORE));
    return day.atTime(HOUR).atZone(company.zone()).toInstant();
  }

  private boolean begun(Visit visit) {
    Instant begin =
        visit.slot().day().atTime(visit.slot().from()).atZone(company.zone()).toInstant();
    return !begin.isAfter(clock.instant());
  }

  private static boolean stands(Visit visit, String slot) {
    return visit.state() == Visit.State.PLANNED && visit.slot().key().equals(slot);
  }

  private static String key(String visit) {
    return "visit/" + visit + "/" + KIND;
  }
}
