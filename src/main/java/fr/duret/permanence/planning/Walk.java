package fr.duret.permanence.planning;

import fr.duret.permanence.planning.PromiseCheck.Broken;
import fr.duret.permanence.planning.PromiseCheck.What;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Follows one technician through his day, for [PromiseCheck]. Written apart from the search on
/// purpose: it must not use [Round], [Merge] or anything of the optimiser.
///
/// The stops have an order; where a meeting falls among them has not. If the whole day can be kept
/// in any way, nothing is broken; else what breaks is told of the day in which each meeting comes
/// as late as it can be attended.
final class Walk {

  private final Crew crew;
  private final List<Stop> stops;
  private final TravelMatrix travel;
  private final List<Broken> found = new ArrayList<>();

  Walk(PlannedRound round, TravelMatrix travel) {
    this.crew = round.crew();
    this.stops = round.stops();
    this.travel = travel;
  }

  /// Where he is, since when he is free, and whether what he does there is his own affair.
  private record Where(int site, int free, boolean own) {}

  List<Broken> broken() {
    Where home = new Where(crew.start(), crew.leave(), true);
    if (!stops.isEmpty() && !possible(home, 0, 0)) {
      complain(home);
      if (found.isEmpty()) {
        found.add(new Broken(crew.technician(), What.BLOCKED_TIME));
      }
    }
    return found;
  }

  private boolean possible(Where here, int stop, int block) {
    if (stop == stops.size() && block == crew.blocked().size()) {
      return here.own() || here.free() + travel.seconds(here.site(), crew.end()) <= crew.back();
    }
    if (stop < stops.size()) {
      Stop next = stops.get(stop);
      int start = start(here, next);
      if (wrong(next, start).isEmpty() && possible(after(next, start), stop + 1, block)) {
        return true;
      }
    }
    return block < crew.blocked().size()
        && attends(here, crew.blocked().get(block))
        && possible(after(crew.blocked().get(block)), stop, block + 1);
  }

  private void complain(Where from) {
    Where here = from;
    int block = 0;
    for (Stop stop : stops) {
      while (block < crew.blocked().size() && !attendsAfter(here, stop, block)) {
        here = attend(here, crew.blocked().get(block++));
      }
      int start = start(here, stop);
      wrong(stop, start).ifPresent(what -> found.add(new Broken(stop.id(), what)));
      here = after(stop, start);
    }
    while (block < crew.blocked().size()) {
      here = attend(here, crew.blocked().get(block++));
    }
    if (!here.own() && here.free() + travel.seconds(here.site(), crew.end()) > crew.back()) {
      found.add(new Broken(crew.technician(), What.BACK_LATE));
    }
  }

  private boolean attendsAfter(Where here, Stop stop, int block) {
    return attends(after(stop, start(here, stop)), crew.blocked().get(block));
  }

  private Where attend(Where here, Crew.Blocked meeting) {
    if (!attends(here, meeting)) {
      found.add(new Broken(crew.technician(), What.BLOCKED_TIME));
    }
    return after(meeting);
  }

  private boolean attends(Where here, Crew.Blocked meeting) {
    return here.own()
        || here.free() + travel.seconds(here.site(), site(meeting)) <= meeting.span().begin();
  }

  private int site(Crew.Blocked meeting) {
    return meeting.site().orElse(crew.start());
  }

  private Where after(Crew.Blocked meeting) {
    return new Where(site(meeting), meeting.span().end(), true);
  }

  private static Where after(Stop stop, int start) {
    return new Where(stop.work().site(), start + stop.work().service(), false);
  }

  /// He waits for the window and for his own half-day to begin.
  private int start(Where here, Stop stop) {
    int arrival = here.free() + travel.seconds(here.site(), stop.work().site());
    int opens = Math.max(stop.window().begin(), half(stop).map(Window::begin).orElse(0));
    return Math.max(arrival, opens);
  }

  private Optional<What> wrong(Stop stop, int start) {
    if (start > stop.window().end()) {
      return Optional.of(What.LATE);
    }
    int ends = half(stop).map(Window::end).orElse(0);
    return start + stop.work().service() > ends ? Optional.of(What.TOO_LONG) : Optional.empty();
  }

  private Optional<Window> half(Stop stop) {
    for (Window half : crew.halfDays()) {
      if (half.begin() < stop.window().end() && stop.window().begin() < half.end()) {
        return Optional.of(half);
      }
    }
    return Optional.empty();
  }
}
