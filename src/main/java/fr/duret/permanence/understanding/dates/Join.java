package fr.duret.permanence.understanding.dates;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What joins, parts or colours the expressions of time of a message.
enum Join {
  OR(Kind.OR),
  AND(Kind.AND),
  COMMA(null),
  BREAK(null),
  BUT(Kind.BUT),
  WANT(Kind.WANT),
  NOT(Kind.NOT),
  EXCEPT(Kind.EXCEPT),
  UNAVAILABLE(Kind.UNAVAILABLE),
  CLOSED(Kind.CLOSED),
  REFERENCE(Kind.REFERENCE),
  APPOINTMENT(Kind.APPOINTMENT),
  MOVE(Kind.MOVE),
  SINCE(Kind.SINCE),
  NO(Kind.NO),
  SLIP(Kind.SLIP),
  OVER(Kind.OVER),
  BECAUSE(Kind.BECAUSE),
  INCLUDED(Kind.INCLUDED),
  BACK(null),
  THEREFORE(Kind.THEREFORE),
  FROM_ON(Kind.FROM_ON),
  UNTIL_ON(Kind.UNTIL_ON);

  private static final Join[] ALL = values();
  private static final Kinds JOINING =
      Kinds.of(Stream.of(ALL).map(join -> join.kind).filter(Objects::nonNull).toArray(Kind[]::new));

  private final @Nullable Kind kind;

  /// @param kind of the words that say it; null for what signs or rules say
  Join(@Nullable Kind kind) {
    this.kind = kind;
  }

  /// The join at that lexeme, or null.
  static @Nullable Join at(Line line, int i) {
    if (line.is(i, Kind.SIGN)) {
      return sign(line.text(i));
    }
    if (line.is(i, Kind.APPOINTMENT)) {
      return line.is(i - 1, Kind.OWN) ? APPOINTMENT : null;
    }
    if (line.isAny(i, JOINING)) {
      for (Join join : ALL) {
        if (join.kind != null && line.is(i, join.kind)) {
          return join;
        }
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
