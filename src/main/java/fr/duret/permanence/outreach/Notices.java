package fr.duret.permanence.outreach;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.templates.Templates;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Tells the number on file that a visit was moved or cancelled, when that was asked from
/// elsewhere: a number can be forged, and a shared one says little of who wrote. The answer undoes
/// it.
///
/// Whoever asked from his own mobile is told by the reply itself. A notice leaves by a timer, so
/// that it has no part in the turn in which the change was asked.
public final class Notices {

  /// The kind of its timers; the root joins [#fire] to it in the agenda.
  public static final String KIND = "notice";

  /// The templates it writes from.
  public static final Set<String> TEMPLATES = Set.of("rdv/avis-deplace", "rdv/avis-annule");

  private static final String VISIT = "visit";
  private static final String SLOT = "slot";
  private static final String OLD = "old";

  private final RemindedVisits visits;
  private final VisitMessages messages;
  private final InstantSource clock;
  private final Joints joints;

  /// What notices do to the world.
  ///
  /// @param plan plans a timer
  /// @param owe owes a message
  /// @param expectations told what will be answered, apart from what is being said elsewhere: who
  ///   asked may be somebody else
  public record Joints(Consumer<Timer> plan, Consumer<Outbound> owe, Expectations expectations) {}

  /// @param clock the business clock
  public Notices(
      RemindedVisits visits,
      Company company,
      Templates templates,
      InstantSource clock,
      Joints joints) {
    this.visits = visits;
    this.messages = new VisitMessages(company, templates);
    this.clock = clock;
    this.joints = joints;
  }

  /// To be told of a visit that was moved; bears being told twice.
  ///
  /// @param cause id of the command
  /// @param by where it was asked from
  public void moved(String cause, Visit visit, Slot former, Address by) {
    plan(cause, visit, by, Map.of(OLD, former.key()));
  }

  /// To be told of a visit that was cancelled; bears being told twice.
  ///
  /// @param cause id of the command
  /// @param by where it was asked from
  public void cancelled(String cause, Visit visit, Address by) {
    plan(cause, visit, by, Map.of());
  }

  /// Sends the notice of a timer, unless the visit has changed again since.
  public void fire(Timer timer) {
    String slot = Objects.requireNonNull(timer.data().get(SLOT));
    Optional<String> old = Optional.ofNullable(timer.data().get(OLD));
    visits
        .visit(Objects.requireNonNull(timer.data().get(VISIT)))
        .filter(visit -> visit.slot().key().equals(slot))
        .filter(visit -> (visit.state() == Visit.State.PLANNED) == old.isPresent())
        .ifPresent(visit ->
            visits
                .mobile(visit.person())
                .ifPresent(mobile -> tell(timer.key(), visit, old, mobile)));
  }

  private void plan(String cause, Visit visit, Address by, Map<String, String> more) {
    Optional<Address> mobile = visits.mobile(visit.person());
    if (mobile.isEmpty() || mobile.get().equals(by) || visits.own(visit.person(), by)) {
      return;
    }
    Map<String, String> data = new HashMap<>(more);
    data.put(VISIT, visit.id());
    data.put(SLOT, visit.slot().key());
    joints.plan.accept(new Timer(KIND + "/" + cause, clock.instant(), KIND, data));
  }

  private void tell(String id, Visit visit, Optional<String> old, Address mobile) {
    Map<String, Object> variables = new HashMap<>(messages.variables(visit));
    old.ifPresent(slot -> variables.put(OLD, slot));
    Instant now = clock.instant();
    joints.expectations.expect(
        mobile, old.isPresent() ? "avis/deplace" : "avis/annule", variables, now);
    visits.where(visit).ifPresent(place -> variables.put(VisitMessages.WHERE, place));
    joints.owe.accept(
        messages.sms(
            id,
            mobile,
            old.isPresent() ? "rdv/avis-deplace" : "rdv/avis-annule",
            variables,
            old.map(_ -> VisitMessages.subject(visit)),
            now));
  }
}
