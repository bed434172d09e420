package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;

/// Any day: the text said nothing about days (« à 10h ») or said that all will do. Written `*`.
public record AnyDay() implements Days {

  @Override
  public boolean contains(LocalDate day) {
    return true;
  }

  @Override
  public String toString() {
    return "*";
  }
}
