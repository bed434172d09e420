package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.Reading;
import fr.duret.permanence.understanding.dates.TimeRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Finds what a message picks among the options offered: by number, by place in the list, by day
/// and hour, or none or any of them.
final class Choices {

  private static final Choice NOTHING = new Choice.Nothing();

  private final Message message;
  private final Matches matches;
  private final Answer answer;
  private final When when;
  private final List<Option> options;

  private Choices(
      Message message, Matches matches, Answer answer, Reading dates, List<Option> options) {
    this.message = message;
    this.matches = matches;
    this.answer = answer;
    this.when = dates.best();
    this.options = options;
  }

  static Choice read(
      Message message, Matches matches, Answer answer, Reading dates, List<Option> options) {
    return options.isEmpty()
        ? NOTHING
        : new Choices(message, matches, answer, dates, options).choose();
  }

  private Choice choose() {
    return byNumber()
        .or(this::none)
        .or(this::any)
        .or(() -> says("ALL") && options.size() > 1 ? Optional.of(all(false)) : Optional.empty())
        .or(this::byPlace)
        .or(this::byDate)
        .or(this::byAnswer)
        .orElse(NOTHING);
  }

  private boolean says(String label) {
    return matches.says(label);
  }

  private Choice.One one(int index, Confidence confidence, String reason) {
    boolean reserved = answer == Answer.RESERVED && confidence == Confidence.SURE;
    return new Choice.One(index, reserved ? Confidence.LIKELY : confidence, reason);
  }

  private Optional<Choice> byNumber() {
    Numbers numbers = new Numbers(message, matches);
    List<Integer> valid =
        numbers.picked().stream().filter(n -> n >= 1 && n <= options.size()).toList();
    if (valid.size() == 1) {
      return Optional.of(numbered(valid.getFirst()));
    }
    if (valid.size() > 1) {
      return Optional.of(
          new Choice.Several(valid.stream().map(n -> n - 1).toList(), says("WILLING")));
    }
    if (!numbers.refused().isEmpty()) {
      return rest(numbers);
    }
    return numbers.picked().isEmpty() || when.wanted().stream().anyMatch(w -> !w.isTimeOnly())
        ? Optional.empty()
        : Optional.of(byDayOfMonth(numbers.picked().getFirst()));
  }

  /// « 24 à 10h »: no option has that number, but a day has.
  private Choice byDayOfMonth(int number) {
    List<Integer> onThatDay =
        IntStream.range(0, options.size())
            .filter(i -> options.get(i).day().getDayOfMonth() == number && fits(options.get(i)))
            .boxed()
            .toList();
    return onThatDay.isEmpty()
        ? new Choice.NoSuchOption(number)
        : among(onThatDay, Confidence.LIKELY, "day of the month");
  }

  /// « le 2 » is the second option, unless another one is on the 2nd of the month: then ask.
  private Choice numbered(int number) {
    List<Integer> onThatDay =
        IntStream.range(0, options.size())
            .filter(i -> options.get(i).day().getDayOfMonth() == number)
            .boxed()
            .toList();
    if (afterDayArticle(number) && !onThatDay.isEmpty() && !onThatDay.contains(number - 1)) {
      return onThatDay.size() == 1
          ? new Choice.Several(sorted(onThatDay.getFirst(), number - 1), false)
          : new Choice.Several(onThatDay, false);
    }
    return one(number - 1, Confidence.SURE, "number");
  }

  /// « Le 2 » may be the second option or the 2nd of the month, « la 2 » not.
  private boolean afterDayArticle(int number) {
    return matches.with("DAY-ARTICLE").stream().anyMatch(m -> follows(m, number));
  }

  private boolean follows(Match article, int number) {
    return article.to() < message.size()
        && message.text(article.to()).equals(Integer.toString(number));
  }

  private static List<Integer> sorted(int a, int b) {
    return List.of(Math.min(a, b), Math.max(a, b));
  }

  private Optional<Choice> rest(Numbers numbers) {
    List<Integer> left =
        IntStream.range(0, options.size())
            .filter(i -> !numbers.refused().contains(i + 1))
            .boxed()
            .toList();
    return Optional.of(among(left, Confidence.LIKELY, "the others refused"));
  }

  private Choice among(List<Integer> left, Confidence confidence, String reason) {
    if (left.isEmpty()) {
      return new Choice.NoneSuits();
    }
    return left.size() == 1
        ? one(left.getFirst(), confidence, reason)
        : new Choice.Several(left, false);
  }

  private Optional<Choice> none() {
    return says("NONE") && when.wanted().isEmpty()
        ? Optional.of(new Choice.NoneSuits())
        : Optional.empty();
  }

  private Optional<Choice> any() {
    boolean limited =
        !when.excluded().isEmpty() || when.wanted().stream().anyMatch(Wish::isTimeOnly);
    if (!says("ANY") || says("DAY") || options.size() < 2 || limited) {
      return Optional.empty();
    }
    return Optional.of(all(true));
  }

  private Choice all(boolean willing) {
    return new Choice.Several(IntStream.range(0, options.size()).boxed().toList(), willing);
  }

  private Optional<Choice> byPlace() {
    Comparator<Integer> byTime =
        Comparator.comparing((Integer i) -> options.get(i).day())
            .thenComparing(i -> options.get(i).from());
    if (says("MIDDLE") && options.size() == 3) {
      return Optional.of(one(1, Confidence.SURE, "middle"));
    }
    if (says("LAST") && !when.isExclusionsOnly()) {
      return Optional.of(one(options.size() - 1, Confidence.LIKELY, "last"));
    }
    boolean open = when.wanted().stream().allMatch(w -> w.isTimeOnly() || isOpen(w.days()));
    return says("FIRST") && !when.mustAsk()
        ? IntStream.range(0, options.size())
            .filter(i -> open || fits(options.get(i)))
            .boxed()
            .min(byTime)
            .map(i -> one(i, Confidence.SURE, "earliest"))
        : Optional.empty();
  }

  private static boolean isOpen(Object days) {
    return days instanceof DayRange range && (range.from() == null || range.to() == null);
  }

  private Optional<Choice> byDate() {
    if (when.mustAsk() || (when.wanted().isEmpty() && when.excluded().isEmpty())) {
      return Optional.empty();
    }
    List<Integer> matching =
        IntStream.range(0, options.size()).filter(i -> fits(options.get(i))).boxed().toList();
    List<Integer> exact = matching.stream().filter(i -> beginsAsSaid(options.get(i))).toList();
    List<Integer> best = exact.size() == 1 ? exact : matching;
    if (best.isEmpty() && !byWeekday().isEmpty()) {
      return Optional.of(among(byWeekday(), Confidence.SURE, "weekday"));
    }
    return best.size() == 1 && !names(options.get(best.getFirst()))
        ? Optional.empty()
        : Optional.of(among(best, Confidence.SURE, "date"));
  }

  /// Whether the words name that option. Who only says what does not suit wants to see what else
  /// there is: that one option is left of those shown is chance, not his choice.
  private boolean names(Option option) {
    return when.namesDayOrMoment()
        || when.wanted().stream()
            .anyMatch(wish ->
                option.from().equals(wish.time().from()) && option.to().equals(wish.time().to()));
  }

  /// A bare « mardi » is the Tuesday offered, though an earlier one comes before it.
  private List<Integer> byWeekday() {
    boolean bare =
        matches.with("DAY").stream().anyMatch(m -> isBare(m.to())) && when.excluded().isEmpty();
    return !bare
        ? List.of()
        : IntStream.range(0, options.size())
            .filter(i -> when.wanted().stream().anyMatch(w -> isThatWeekday(w, options.get(i))))
            .boxed()
            .toList();
  }

  private boolean isBare(int after) {
    return after >= message.size() || !message.text(after).chars().allMatch(Character::isDigit);
  }

  private static boolean isThatWeekday(Wish wish, Option option) {
    return wish.days() instanceof DayRange range
        && range.isOneDay()
        && range.from() != null
        && range.from().getDayOfWeek() == option.day().getDayOfWeek()
        && wish.time().suits(option.from(), option.to());
  }

  private boolean fits(Option option) {
    return when.matches(option.day(), option.from(), option.to());
  }

  private boolean beginsAsSaid(Option option) {
    return when.wanted().stream()
        .anyMatch(wish ->
            wish.days().contains(option.day())
                && option.from().equals(wish.time().from())
                && !isLonger(wish.time(), option));
  }

  /// « Mardi matin » begins with the window at 8, but holds the one at 10 as well.
  private static boolean isLonger(TimeRange time, Option option) {
    return time.to() != null && time.to().isAfter(option.to());
  }

  private Optional<Choice> byAnswer() {
    if (answer == Answer.YES && options.size() == 1) {
      return Optional.of(one(0, Confidence.SURE, "yes to the only one"));
    }
    return answer == Answer.NO ? Optional.of(new Choice.NoneSuits()) : Optional.empty();
  }
}
