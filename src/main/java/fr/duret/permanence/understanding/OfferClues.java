package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.AnyDay;
import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.Reading;
import fr.duret.permanence.understanding.dates.TimeRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/// What in an answer points at the options offered, as traits for the learned reader: which option
/// a weekday, a number, an hour or a time read may mean, what stands around them, and which options
/// are left when those spoken against are taken away.
final class OfferClues {

  /// Headings whose patterns tell nothing beyond their word.
  private static final List<String> PLACE =
      List.of("FIRST", "LAST", "MIDDLE", "TOP", "LAST-BUT-ONE");

  private static final int MANY = 3;

  private final Message message;
  private final Matches matches;
  private final Answer answer;
  private final When when;
  private final boolean sure;
  private final List<Option> options;
  private final Pointers pointers;
  private final BitSet against = new BitSet();
  private final BitSet free = new BitSet();
  private final BitSet named = new BitSet();
  private final BitSet fitting = new BitSet();

  /// The options not spoken against.
  private final BitSet left = new BitSet();

  OfferClues(
      Message message,
      Matches matches,
      Numbers numbers,
      Answer answer,
      Reading dates,
      List<Option> options) {
    this.message = message;
    this.matches = matches;
    this.answer = answer;
    this.when = dates.best();
    this.sure = dates.isSure();
    this.options = options;
    this.pointers = new Pointers(message, matches, numbers, options);
    for (int o = 0; o < options.size(); o++) {
      Option option = options.get(o);
      fitting.set(o, !when.isNone() && when.matches(option.day(), option.from(), option.to()));
      named.set(o, pointers.names(o));
      free.set(o, pointers.frees(o));
      against.set(o, pointers.denies(o) || isExcluded(option));
    }
    left.set(0, options.size());
    left.andNot(against);
  }

  private boolean isExcluded(Option option) {
    for (Wish wish : when.excluded()) {
      if (wish.touches(option.day(), option.from(), option.to())) {
        return true;
      }
    }
    return false;
  }

  /// What the message says as a whole.
  int[] whole() {
    Clues clues = new Clues("whole ");
    clues.say("answer ").say(answer).end();
    clues.say("free ").say(Math.min(2, free.cardinality())).end();
    clues.say("named ").say(Math.min(2, named.cardinality())).end();
    clues.say("fitting ").say(Math.min(MANY, fitting.cardinality())).say(sure).end();
    int some = left.cardinality();
    clues.say("left ").say(some).say(" of ").say(Math.min(MANY, options.size())).end();
    clues.say("against ").say(against.isEmpty() ? 0 : some == 0 ? 2 : 1).end();
    String fits = fitting.isEmpty() ? "else" : "fits";
    clues.say("wanted ").say(when.wanted().isEmpty() ? "none" : fits).end();
    clues.say("excluded ").say(!when.excluded().isEmpty()).end();
    clues.say("time only ").say(when.isTimeOnly()).end();
    clues.say("moment ").say(when.namesDayOrMoment()).end();
    clues.say("asks back ").say(when.mustAsk()).end();
    clues.say("windows of one day ").say(isOneDay()).end();
    pointers.tellElsewhere(clues);
    for (String label : matches.labels()) {
      clues.say("says ").say(label).end();
    }
    return clues.traits();
  }

  private BitSet meant() {
    return named.isEmpty() ? fitting : named;
  }

  /// Whether what is named or fits is one day with several windows.
  private boolean isOneDay() {
    BitSet meant = meant();
    if (meant.cardinality() < 2) {
      return false;
    }
    LocalDate day = options.get(meant.nextSetBit(0)).day();
    return meant.stream().allMatch(o -> options.get(o).day().equals(day));
  }

  /// The options that are meant or, if none is, those not spoken against.
  BitSet open() {
    BitSet open = (BitSet) left.clone();
    BitSet meant = meant();
    if (open.intersects(meant)) {
      open.and(meant);
    }
    return open;
  }

  /// What speaks for or against one option.
  int[] of(int index) {
    Clues clues = new Clues("option ");
    Option option = options.get(index);
    pointers.tell(index, clues);
    for (Wish wish : when.wanted()) {
      tell(wish, option, clues.say("wanted "));
    }
    for (Wish wish : when.excluded()) {
      boolean touched = wish.touches(option.day(), option.from(), option.to());
      clues.say("excluded ").say(touched).end();
    }
    int some = Math.min(MANY, fitting.cardinality());
    clues.say("fits ").say(fitting.get(index)).say(" of ").say(some).say(sure).end();
    clues.say("left ").say(left.get(index)).say(" of ").say(left.cardinality()).end();
    clues.say("named ").say(named.get(index)).say(" of ").say(named.cardinality());
    clues.say(" ").say(against.get(index)).end();
    clues.say("free ").say(free.get(index)).say(" of ").say(free.cardinality()).end();
    tellPlace(index, clues);
    return clues.traits();
  }

  /// Where the option stands among those of the day that is spoken of.
  private void tellPlace(int index, Clues clues) {
    BitSet among = (BitSet) left.clone();
    if (!named.isEmpty()) {
      among.and(named);
    }
    if (!among.get(index) || among.cardinality() < 2) {
      return;
    }
    boolean last = among.length() - 1 == index;
    String rank = among.nextSetBit(0) == index ? "earliest" : last ? "latest" : "between";
    clues.say(rank).end();
    for (String label : PLACE) {
      if (matches.says(label)) {
        clues.say(rank).say(" ").say(label).end();
      }
    }
    for (int i = 0; i < message.size(); i++) {
      clues.say(rank).say(" ").say(message.text(i)).end();
    }
  }

  /// How a wish stands to an option.
  private static void tell(Wish wish, Option option, Clues clues) {
    String day =
        !wish.days().contains(option.day())
            ? "other"
            : wish.days() instanceof AnyDay
                ? "any"
                : wish.days() instanceof DayRange range && range.isOneDay() ? "day" : "days";
    TimeRange time = wish.time();
    boolean begins = option.from().equals(time.from());
    String hour =
        time.isAny()
            ? "any"
            : begins && option.to().equals(time.to())
                ? "window"
                : begins ? "from" : time.suits(option.from(), option.to()) ? "suits" : "not";
    clues.say(day).say(" ").say(hour).say(time.isMoment() ? " moment" : "").end();
  }
}
