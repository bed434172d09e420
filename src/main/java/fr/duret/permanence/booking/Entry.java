package fr.duret.permanence.booking;

import fr.duret.permanence.clients.Site;
import fr.duret.permanence.company.Hours;
import java.time.LocalDate;

/// A visit as its day holds it: all that is needed to write the visit's own document again.
///
/// @param visit id of the visit
/// @param cause the command that put it there
/// @param afterLapse whether its hold had lapsed when it was put there
record Entry(
    String visit,
    String cause,
    String person,
    Task task,
    Hours window,
    boolean pinned,
    boolean afterLapse) {

  Site site() {
    return task.site();
  }

  Slot slot(LocalDate day) {
    return new Slot(day, window.from(), window.to());
  }

  Entry at(Site place) {
    Task there = new Task(task.service(), place, task.seconds(), task.skill());
    return new Entry(visit, cause, person, there, window, pinned, afterLapse);
  }

  Entry pin() {
    return new Entry(visit, cause, person, task, window, true, afterLapse);
  }
}
