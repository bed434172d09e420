package fr.duret.permanence.planning;

import ai.timefold.solver.core.api.domain.common.PlanningId;
import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.variable.PlanningListVariable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One technician's day as Timefold changes it.
///
/// A round has few visits, so each figure is made by walking it from its beginning: that is faster
/// here than shadow variables and leaves nothing to keep in step. (Timefold asks for an empty
/// constructor and for public classes, and for a getter and a setter of what it changes.)
@PlanningEntity
public class Tour {

  private Crew crew;
  private TravelMatrix travel;
  private List<Visit> visits = new ArrayList<>();

  /// For Timefold only.
  @SuppressWarnings("NullAway.Init")
  public Tour() {}

  Tour(Crew crew, TravelMatrix travel, List<Visit> visits) {
    this.crew = crew;
    this.travel = travel;
    this.visits.addAll(visits);
  }

  /// The technician's id.
  @PlanningId
  public String getId() {
    return crew.technician();
  }

  /// In the order of driving.
  @PlanningListVariable
  public List<Visit> getVisits() {
    return visits;
  }

  /// For Timefold only.
  public void setVisits(List<Visit> visits) {
    this.visits = visits;
  }

  /// The visits without the blocked time.
  List<Stop> stops() {
    return visits.stream().map(Visit::stop).flatMap(Stream::ofNullable).toList();
  }

  Crew crew() {
    return crew;
  }

  /// Seconds by which he comes after the end of the windows, over all visits.
  int late() {
    return new Clock().run().late;
  }

  /// Seconds by which work goes on after the half-day has ended, over all visits.
  int overtime() {
    return new Clock().run().overtime;
  }

  /// Seconds by which he is back after the time to be back.
  int lateHome() {
    return new Clock().run().lateHome;
  }

  /// Visits that he is not able to do.
  int unskilled() {
    return (int) visits.stream().filter(visit -> !visit.within(crew)).count();
  }

  /// Visits for which another technician was named.
  int misplaced() {
    return (int) visits.stream().filter(visit -> visit.belongsToAnother(crew)).count();
  }

  /// Seconds driven, from the start to the end of the day.
  int driving() {
    int here = crew.start();
    int sum = 0;
    for (Visit visit : visits) {
      sum += travel.seconds(here, visit.site());
      here = visit.site();
    }
    return sum + travel.seconds(here, crew.end());
  }

  /// Follows the technician through his day and adds up what is late.
  private final class Clock {

    private int here = crew.start();
    private int free = crew.leave();
    private boolean own = true;
    private int late;
    private int overtime;
    private int lateHome;

    Clock run() {
      for (Visit visit : visits) {
        visit(visit);
      }
      int home = free + travel.seconds(here, crew.end());
      lateHome = own ? 0 : Math.max(0, home - crew.back());
      return this;
    }

    private void visit(Visit visit) {
      int arrival = free + travel.seconds(here, visit.site());
      boolean itsOwn = own && visit.blocked();
      int start = itsOwn ? visit.window().begin() : Math.max(arrival, opens(visit));
      late += Math.max(0, start - visit.window().end());
      free = start + visit.service();
      overtime += visit.blocked() ? 0 : Math.max(0, free - ends(visit));
      here = visit.site();
      own = visit.blocked();
    }

    private int opens(Visit visit) {
      int half = half(visit);
      int begin = visit.window().begin();
      return visit.blocked() || half < 0
          ? begin
          : Math.max(begin, crew.halfDays().get(half).begin());
    }

    private int ends(Visit visit) {
      int half = half(visit);
      return half < 0 ? 0 : crew.halfDays().get(half).end();
    }

    private int half(Visit visit) {
      List<Window> halves = crew.halfDays();
      for (int h = 0; h < halves.size(); h++) {
        if (halves.get(h).overlaps(visit.window())) {
          return h;
        }
      }
      return -1;
    }
  }
}
