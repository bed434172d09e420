package fr.duret.permanence.understanding;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A word of an answer that may point at one of the options offered: a weekday, a number, an hour.
///
/// @param word which word
/// @param sort what it is
/// @param value the weekday from 1, the number, or the minute of the day
record Mention(int word, Sort sort, int value) {

  /// What a mention can be.
  enum Sort {
    /// A weekday.
    DAY,
    /// A number alone: of an option, of a day, or an hour.
    NUMBER,
    /// The number of an option, as the rules hold.
    OPTION,
    /// A time of day (« 8h30 »).
    HOUR
  }

  private static final String DAY = "DAY:";
  private static final String NUMBER = "NUMBER:";
  private static final int HOUR = 60;

  /// All in a message, in its order; of one word only one.
  static List<Mention> in(Message message, Matches matches, Numbers numbers) {
    Mention[] at = new Mention[message.size()];
    for (Match match : matches.all()) {
      if (match.length() == 1) {
        String label = match.label();
        if (label.startsWith(DAY)) {
          at[match.from()] = new Mention(match.from(), Sort.DAY, value(label, DAY));
        } else if (label.startsWith(NUMBER)) {
          at[match.from()] = new Mention(match.from(), Sort.NUMBER, value(label, NUMBER));
        }
      }
    }
    List<Mention> found = new ArrayList<>();
    for (int i = 0; i < at.length; i++) {
      Mention written = at[i] == null ? digits(i, message.text(i)) : at[i];
      if (written != null) {
        found.add(
            written.sort == Sort.NUMBER && numbers.isPlaced(i)
                ? new Mention(i, Sort.OPTION, written.value)
                : written);
      }
    }
    return found;
  }

  private static int value(String label, String before) {
    return Integer.parseInt(label.substring(before.length()));
  }

  private static @Nullable Mention digits(int word, String text) {
    int at = 0;
    int number = 0;
    while (at < text.length() && at < 2 && Character.isDigit(text.charAt(at))) {
      number = number * 10 + text.charAt(at++) - '0';
    }
    if (at == 0) {
      return null;
    }
    if (at == text.length()) {
      return new Mention(word, Sort.NUMBER, number);
    }
    char next = text.charAt(at);
    if (next != 'h' && next != ':') {
      return null;
    }
    String minutes = text.substring(at + 1);
    boolean exact = minutes.length() == 2 && minutes.chars().allMatch(Character::isDigit);
    return new Mention(word, Sort.HOUR, number * HOUR + (exact ? Integer.parseInt(minutes) : 0));
  }

  /// How this stands to an option, by a name that the learned reader knows; empty if not at all.
  String relation(int index, Option option) {
    int from = option.from().getHour() * HOUR + option.from().getMinute();
    int to = option.to().getHour() * HOUR + option.to().getMinute();
    return switch (sort) {
      case DAY -> option.day().getDayOfWeek().getValue() == value ? "day" : "";
      case OPTION -> value == index + 1 ? "number" : "";
      case NUMBER -> {
        if (value == option.day().getDayOfMonth()) {
          yield "date";
        }
        yield value * HOUR == from ? "from" : value * HOUR == to ? "to" : "";
      }
      case HOUR ->
          value == from ? "from" : value == to ? "to" : value > from && value < to ? "in" : "";
    };
  }
}
