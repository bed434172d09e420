package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.AnyDay;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.Reading;
import fr.duret.permanence.understanding.dates.TimeRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// What in an answer points at the options offered, as traits for the learned reader: which option
/// a weekday, a number, an hour or a time read may mean, what stands around them, and which options
/// are left when those spoken against are taken away.
final class OfferClues {

  /// Headings whose patterns tell nothing beyond their word.
  private static final List<String> PLACE =
      List.of("FIRST", "LAST", "MIDDLE", "TOP", "LAST-BUT-ONE");

  private final Message message;
  private final Matches matches;
  private final Answer answer;
  private final When when;
  private final boolean sure;
  private final List<Option> options;
  private final List<Mention> mentions;

  /// For each mention what is said around it.
  private final List<List<String>> around = new ArrayList<>();

  private final BitSet against = new BitSet();
  private final BitSet free = new BitSet();
  private final BitSet named = new BitSet();
  private final BitSet fitting = new BitSet();

  OfferClues(Message message, Matches matches, Answer answer, Reading dates, List<Option> options) {
    this.message = message;
    this.matches = matches;
    this.answer = answer;
    this.when = dates.best();
    this.sure = dates.isSure();
    this.options = options;
    this.mentions = Mention.in(message, matches);
    Around surroundings = new Around(message, matches, mentions);
    for (int m = 0; m < mentions.size(); m++) {
      around.add(surroundings.of(m));
    }
    for (int o = 0; o < options.size(); o++) {
      Option option = options.get(o);
      fitting.set(o, !when.isNone() && when.matches(option.day(), option.from(), option.to()));
      for (int m = 0; m < mentions.size(); m++) {
        boolean first = !around.get(m).contains(Around.SECOND);
        if (first && !mentions.get(m).relation(o, option).isEmpty()) {
          (around.get(m).contains(Around.AGAINST) ? against : named).set(o);
          free.set(o, free.get(o) || around.get(m).contains(Around.FREE));
        }
      }
      boolean excluded =
          when.excluded().stream()
              .anyMatch(wish -> wish.touches(option.day(), option.from(), option.to()));
      against.set(o, against.get(o) || excluded);
    }
  }

  /// What the message says as a whole.
  int[] whole() {
    List<String> found = new ArrayList<>();
    found.add("answer " + answer);
    found.add("free " + Math.min(2, free.cardinality()));
    found.add("named " + Math.min(2, named.cardinality()));
    found.add("fitting " + Math.min(3, fitting.cardinality()) + sure);
    int left = left().cardinality();
    found.add("left " + left + " of " + Math.min(3, options.size()));
    found.add("against " + (against.isEmpty() ? 0 : left == 0 ? 2 : 1));
    found.add("wanted " + (when.wanted().isEmpty() ? "none" : fitting.isEmpty() ? "else" : "fits"));
    found.add("excluded " + !when.excluded().isEmpty());
    found.add("time only " + when.isTimeOnly());
    found.add("moment " + when.namesDayOrMoment());
    found.add("asks back " + when.mustAsk());
    found.add("windows of one day " + oneDay());
    for (int m = 0; m < mentions.size(); m++) {
      Mention mention = mentions.get(m);
      if (IntStream.range(0, options.size())
          .allMatch(o -> mention.relation(o, options.get(o)).isEmpty())) {
        found.add("elsewhere " + mention.sort());
      }
    }
    matches.labels().forEach(label -> found.add("says " + label));
    return numbers("whole ", found);
  }

  /// Whether what is named or fits is one day with several windows.
  private boolean oneDay() {
    BitSet meant = named.isEmpty() ? fitting : named;
    return meant.cardinality() > 1
        && meant.stream().mapToObj(o -> options.get(o).day()).distinct().count() == 1;
  }

  /// The options that are meant or, if none is, those not spoken against.
  BitSet open() {
    BitSet open = left();
    BitSet meant = named.isEmpty() ? fitting : named;
    if (open.intersects(meant)) {
      open.and(meant);
    }
    return open;
  }

  private BitSet left() {
    BitSet left = new BitSet();
    left.set(0, options.size());
    left.andNot(against);
    return left;
  }

  /// What speaks for or against one option.
  int[] of(int index) {
    List<String> found = new ArrayList<>();
    Option option = options.get(index);
    mentioned(index, option, found);
    for (Wish wish : when.wanted()) {
      found.add("wanted " + relation(wish, option));
    }
    for (Wish wish : when.excluded()) {
      found.add("excluded " + wish.touches(option.day(), option.from(), option.to()));
    }
    found.add("fits " + fitting.get(index) + " of " + Math.min(3, fitting.cardinality()) + sure);
    BitSet left = left();
    found.add("left " + left.get(index) + " of " + left.cardinality());
    found.add(
        "named " + named.get(index) + " of " + named.cardinality() + " " + against.get(index));
    found.add("free " + free.get(index) + " of " + free.cardinality());
    placed(index, found);
    return numbers("option ", found);
  }

  private void mentioned(int index, Option option, List<String> found) {
    int first = -1;
    for (int m = 0; m < mentions.size(); m++) {
      String relation = mentions.get(m).relation(index, option);
      boolean related = !relation.isEmpty();
      boolean denied = around.get(m).contains(Around.AGAINST);
      if (related || pointsElsewhere(m)) {
        String name = related ? relation : "other " + mentions.get(m).sort();
        found.add(
            name + (denied ? " against" : around.get(m).contains(Around.SECOND) ? " second" : ""));
        around.get(m).forEach(word -> found.add((related ? relation : "other") + word));
        if (first < 0 && !denied) {
          first = m;
          found.add("first " + related);
        }
        found.add("last mention " + (m == mentions.size() - 1) + related);
      }
    }
  }

  private boolean pointsElsewhere(int m) {
    return IntStream.range(0, options.size())
        .anyMatch(o -> !mentions.get(m).relation(o, options.get(o)).isEmpty());
  }

  /// Where the option stands among those of the day that is spoken of.
  private void placed(int index, List<String> found) {
    BitSet among = left();
    if (!named.isEmpty()) {
      among.and(named);
    }
    if (!among.get(index) || among.cardinality() < 2) {
      return;
    }
    String rank =
        among.nextSetBit(0) == index
            ? "earliest"
            : among.length() - 1 == index ? "latest" : "between";
    found.add(rank);
    PLACE.stream().filter(matches::says).forEach(label -> found.add(rank + " " + label));
    for (int i = 0; i < message.size(); i++) {
      found.add(rank + " " + message.text(i));
    }
  }

  private String relation(Wish wish, Option option) {
    String day =
        !wish.days().contains(option.day())
            ? "other"
            : wish.days() instanceof AnyDay
                ? "any"
                : wish.days() instanceof DayRange range && range.isOneDay() ? "day" : "days";
    TimeRange time = wish.time();
    String hour =
        time.isAny()
            ? "any"
            : option.from().equals(time.from()) && option.to().equals(time.to())
                ? "window"
                : option.from().equals(time.from())
                    ? "from"
                    : time.suits(option.from(), option.to()) ? "suits" : "not";
    return day + " " + hour + (time.isMoment() ? " moment" : "");
  }

  /// What the rules chose, as a whole.
  static int[] ruled(Choice choice) {
    return numbers(
        "rules ",
        switch (choice) {
          case Choice.One one ->
              List.of("one", "one " + one.confidence(), "one " + one.reason() + one.confidence());
          case Choice.Several several -> List.of("several " + several.willing());
          case Choice.NoneSuits none -> List.of("none");
          case Choice.NoSuchOption none -> List.of("no such");
          case Choice.Nothing() -> List.of("nothing");
        });
  }

  /// What the rules chose, of one option.
  static int[] ruled(Choice choice, int index) {
    return numbers(
        "rules option ",
        switch (choice) {
          case Choice.One one -> {
            boolean it = one.option() == index;
            yield List.of("" + it, it + " " + one.confidence(), it + " " + one.reason());
          }
          case Choice.Several several -> List.of("several " + several.options().contains(index));
          case Choice.NoneSuits none -> List.of("none");
          case Choice.NoSuchOption none -> List.of("no such");
          case Choice.Nothing() -> List.of("nothing");
        });
  }

  private static int[] numbers(String sort, List<String> names) {
    return names.stream().distinct().mapToInt(name -> Traits.rule(sort + name)).toArray();
  }
}
