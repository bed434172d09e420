package fr.duret.permanence.booking;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.planning.Demand;
import fr.duret.permanence.planning.Demand.PastCall;
import fr.duret.permanence.planning.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The calls to be expected, learnt from the visits on file: each of them was asked for by
/// somebody. Learnt outside every turn, because it reads hundreds of documents; offers only look at
/// what was learnt last.
///
/// When somebody called and what else would have suited him is not kept, so a past call may be
/// served in any window of its service, as far ahead as the service is offered.
final class PastCalls {

  /// New jobs a day, in the audit of the company.
  private static final double CALLS_A_DAY = 14;

  /// The latest visits; the look-ahead draws from them, so more would only fill the travel matrix.
  private static final int MOST = 400;

  private static final int WEEK = 7;
  private static final int WORKING_DAYS_A_WEEK = 5;

  private final Company company;
  private final MongoVisits visits;
  private final Plans plans;

  private volatile Learnt learnt = new Learnt(LocalDate.MIN, Demand.unknown(CALLS_A_DAY));

  private record Learnt(LocalDate day, Demand demand) {}

  PastCalls(Company company, MongoVisits visits, Plans plans) {
    this.company = company;
    this.visits = visits;
    this.plans = plans;
  }

  /// What was learnt last; nothing before the first time.
  Demand demand() {
    return learnt.demand();
  }

  /// Learns from the visits as they are now.
  void learn(LocalDate today) {
    List<Visit> latest =
        visits.latest(MOST).stream()
            .map(StoredVisit::visit)
            .filter(visit -> visit.state() == Visit.State.PLANNED)
            .toList();
    plans.know(latest.stream().map(Visit::site).toList());
    List<PastCall> calls = latest.stream().flatMap(visit -> call(visit).stream()).toList();
    learnt = new Learnt(today, new Demand(CALLS_A_DAY, calls));
  }

  /// Learns if that was last done on another day.
  void refresh(LocalDate today) {
    if (!learnt.day().equals(today)) {
      learn(today);
    }
  }

  /// Empty if the company does not offer that service any more.
  private Optional<PastCall> call(Visit visit) {
    return company
        .service(visit.service())
        .map(service ->
            new PastCall(
                work(visit, service),
                service.windows().stream().map(Plans::window).toList(),
                1,
                workingDays(service.withinDays())));
  }

  private Work work(Visit visit, ServiceKind service) {
    int seconds = (int) service.duration().toSeconds();
    return plans.work(visit.id(), new Task(service.kind(), visit.site(), seconds, service.skill()));
  }

  private static int workingDays(int days) {
    return Math.max(1, days * WORKING_DAYS_A_WEEK / WEEK);
  }
}
