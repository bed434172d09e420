package fr.duret.permanence.booking;

import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.planning.Demand;
import fr.duret.permanence.planning.Demand.PastCall;
import fr.duret.permanence.planning.Work;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The calls to be expected, learnt from the visits on file: each of them was asked for by
/// somebody. Learnt outside every turn, because it reads hundreds of documents; offers only look at
/// what was learnt last.
///
/// When somebody called and what else would have suited him is not kept, so a past call may be
/// served in any window of its service, as far ahead as the service is offered.
///
/// Driving times are kept between all places of one [Terrain], which grows with every client who
/// asks. It is begun anew with what is learnt, and whenever many have asked since: neither memory
/// nor the cost of one more place grows with all those who ever asked.
final class PastCalls {

  /// New jobs a day, in the audit of the company.
  private static final double CALLS_A_DAY = 14;

  /// The latest visits; the look-ahead draws from them, so more would only fill the travel matrix.
  private static final int MOST = 400;

  /// So many places may come to a terrain one by one before it is begun anew.
  private static final int PLACES_TO_COME = 500;

  private static final int WEEK = 7;
  private static final int WORKING_DAYS_A_WEEK = 5;

  private final Company company;
  private final MongoVisits visits;
  private final Supplier<Plans> freshPlans;
  private final Lock renewing = new ReentrantLock();

  private volatile Learnt learnt;

  /// @param visits from which it was learnt
  private record Learnt(LocalDate day, List<Visit> visits, Terrain terrain) {

    boolean isFull() {
      return terrain.plans().newcomers() >= PLACES_TO_COME;
    }
  }

  /// @param freshPlans plans that know no client's place yet
  PastCalls(Company company, MongoVisits visits, Supplier<Plans> freshPlans) {
    this.company = company;
    this.visits = visits;
    this.freshPlans = freshPlans;
    this.learnt = learntFrom(List.of(), LocalDate.MIN);
  }

  /// The places of today with what was learnt last; nothing before the first time.
  Terrain terrain() {
    if (learnt.isFull() && renewing.tryLock()) {
      try {
        renew();
      } finally {
        renewing.unlock();
      }
    }
    return learnt.terrain();
  }

  private void renew() {
    Learnt present = learnt;
    if (present.isFull()) {
      learnt = learntFrom(present.visits(), present.day());
    }
  }

  /// Learns from the visits as they are now.
  void learn(LocalDate today) {
    renewing.lock();
    try {
      learnt = learntFrom(latest(), today);
    } finally {
      renewing.unlock();
    }
  }

  private List<Visit> latest() {
    return visits.latest(MOST).stream()
        .map(StoredVisit::visit)
        .filter(visit -> visit.state() == Visit.State.PLANNED)
        .toList();
  }

  private Learnt learntFrom(List<Visit> latest, LocalDate day) {
    Plans plans = freshPlans.get();
    plans.know(latest.stream().map(Visit::site).toList());
    List<PastCall> calls = latest.stream().flatMap(visit -> call(visit, plans).stream()).toList();
    return new Learnt(day, latest, new Terrain(plans, new Demand(CALLS_A_DAY, calls)));
  }

  /// Learns if that was last done on another day.
  void refresh(LocalDate today) {
    if (!learnt.day().equals(today)) {
      learn(today);
    }
  }

  /// Empty if the company does not offer that service any more.
  private Optional<PastCall> call(Visit visit, Plans plans) {
    return company
        .service(visit.service())
        .map(service ->
            new PastCall(
                work(visit, service, plans),
                service.windows().stream().map(Plans::window).toList(),
                1,
                workingDays(service.withinDays())));
  }

  private static Work work(Visit visit, ServiceKind service, Plans plans) {
    int seconds = (int) service.duration().toSeconds();
    return plans.work(visit.id(), new Task(service.kind(), visit.site(), seconds, service.skill()));
  }

  private static int workingDays(int days) {
    return Math.max(1, days * WORKING_DAYS_A_WEEK / WEEK);
  }
}
