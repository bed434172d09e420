package fr.duret.permanence.understanding.dates;

import java.time.DayOfWeek;
import java.time.LocalDate;

/// Every such day of the week (« le mardi », « sauf jeudi »). Written `TUE`.
public record EveryWeekday(DayOfWeek weekday) implements Days {

  @Override
  public boolean contains(LocalDate day) {
    return day.getDayOfWeek() == weekday;
  }

  @Override
  public String toString() {
    return weekday.name().substring(0, 3);
  }
}
