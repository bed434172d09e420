package fr.duret.permanence.understanding.dates;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The lexemes of a message under one parse, with the present and the way through the forks.
/// Indexes past the end are allowed everywhere and match nothing.
record Line(List<Lexeme> lexemes, LocalDateTime now, Choices choices) {

  LocalDate today() {
    return now.toLocalDate();
  }

  int size() {
    return lexemes.size();
  }

  private boolean outside(int i) {
    return i < 0 || i >= lexemes.size();
  }

  boolean is(int i, Kind kind) {
    return !outside(i) && lexemes.get(i).is(kind);
  }

  boolean isAny(int i, Kind... kinds) {
    for (Kind kind : kinds) {
      if (is(i, kind)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the lexeme is of one of these kinds.
  boolean isAny(int i, Kinds kinds) {
    return !outside(i) && lexemes.get(i).isAny(kinds);
  }

  boolean sign(int i, String sign) {
    return !outside(i) && lexemes.get(i).isSign(sign);
  }

  boolean glued(int i) {
    return !outside(i) && lexemes.get(i).glued();
  }

  String text(int i) {
    return outside(i) ? "" : lexemes.get(i).text();
  }

  int number(int i, Kind kind) {
    Sense sense = sense(i, kind);
    return sense == null ? -1 : sense.number();
  }

  /// A number in digits or in words, or −1.
  int number(int i) {
    return number(i, Kind.NUMBER);
  }

  boolean digits(int i) {
    return is(i, Kind.NUMBER) && Character.isDigit(text(i).charAt(0));
  }

  String value(int i, Kind kind) {
    Sense sense = sense(i, kind);
    return sense == null ? "" : sense.value();
  }

  private @Nullable Sense sense(int i, Kind kind) {
    return outside(i) ? null : lexemes.get(i).sense(kind);
  }

  /// The first index from there on that is of none of these kinds.
  int skip(int from, Kinds kinds) {
    int i = from;
    while (isAny(i, kinds)) {
      i++;
    }
    return i;
  }

  /// The first index from there on that is of none of these kinds.
  int skip(int from, Kind... kinds) {
    int i = from;
    while (isAny(i, kinds)) {
      i++;
    }
    return i;
  }
}
