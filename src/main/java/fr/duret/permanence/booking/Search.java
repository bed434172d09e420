package fr.duret.permanence.booking;

import fr.duret.permanence.company.Hours;
import fr.duret.permanence.company.ServiceKind;
import fr.duret.permanence.planning.Work;
import fr.duret.permanence.technicians.FreeTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One search for slots: who asks for what, and what the days look like.
///
/// @param cause id of the command and of the hold
/// @param terrain on which all of it is planned
/// @param days the working days that may be offered, by date
/// @param free everybody's free time, by date
/// @param expires when the hold would lapse; not after `now` if nothing is to be held
record Search(
    String cause,
    OfferRequest request,
    ServiceKind service,
    Task task,
    Instant now,
    Instant expires,
    Terrain terrain,
    Map<LocalDate, Day> days,
    Map<LocalDate, List<FreeTime>> free) {

  /// Plans on the terrain of this search.
  Plans plans() {
    return terrain.plans();
  }

  /// What is to be done, under its cause.
  Work work() {
    return plans().work(cause, task);
  }

  /// A day without what has lapsed and without the person's former hold.
  Day cleaned(Day day) {
    return day.keeping(held -> held.isLiveAt(now) && !held.person().equals(request.person()));
  }

  /// A day as its free windows are counted for him: without his hold and the visit to be moved.
  Day others(Day day) {
    Day cleaned = cleaned(day);
    return request.moving().map(cleaned::without).orElse(cleaned);
  }

  /// Whether a day is in the state in which it was searched.
  boolean hasSeen(Day day) {
    return Optional.ofNullable(days.get(day.date()))
        .filter(seen -> seen.version() == day.version())
        .isPresent();
  }

  /// Whether the visit to be moved is on that day.
  boolean movesFrom(Day day) {
    return request.moving().flatMap(day::entry).isPresent();
  }

  /// Whether what is offered is held; answers by e-mail take days and are checked then.
  boolean holds() {
    return expires.isAfter(now);
  }

  Held held(List<Hours> windows) {
    return new Held(
        cause, request.person(), request.recognised(), task, windows, expires, request.moving());
  }
}
