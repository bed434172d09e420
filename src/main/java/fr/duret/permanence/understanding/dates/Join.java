package fr.duret.permanence.understanding.dates;

import org.jspecify.annotations.Nullable;

/// What joins, parts or colours the expressions of time of a message.
enum Join {
  OR,
  AND,
  COMMA,
  BREAK,
  BUT,
  WANT,
  NOT,
  EXCEPT,
  UNAVAILABLE,
  REFERENCE,
  APPOINTMENT,
  MOVE,
  SINCE,
  NO,
  SLIP,
  OVER,
  BECAUSE,
  INCLUDED,
  BACK,
  THEREFORE,
  FROM_ON,
  UNTIL_ON;

  /// The join at that lexeme, or null.
  static @Nullable Join at(Line line, int i) {
    if (line.is(i, Kind.SIGN)) {
      return sign(line.text(i));
    }
    if (line.is(i, Kind.APPOINTMENT)) {
      return line.is(i - 1, Kind.OWN) ? APPOINTMENT : null;
    }
    for (Join join : values()) {
      if (join != COMMA && join != BREAK && join != BACK && line.is(i, Kind.valueOf(join.name()))) {
        return join;
      }
    }
    return null;
  }

  private static @Nullable Join sign(String text) {
    return switch (text) {
      case "," -> COMMA;
      case "/" -> OR;
      case ".", ";", "!", "?", "\n" -> BREAK;
      default -> null;
    };
  }

  /// Whether a clause ends here.
  boolean ends() {
    return this == BREAK || this == BUT;
  }
}
