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

  /// In an answer of so few words a day is one of those offered, however it was read.
  private static final int FEW_WORDS = 4;

  private final Message message;
  private final Matches matches;
  private final Numbers numbers;
  private final Answer answer;
  private final When when;
  private final boolean plain;
  private final List<Option> options;

  private Choices(
      Message message,
      Matches matches,
      Numbers numbers,
      Answer answer,
      Reading dates,
      List<Option> options) {
    this.message = message;
    this.matches = matches;
    this.numbers = numbers;
    this.answer = answer;
    this.when = dates.best();
    this.plain = dates.isSure() || message.size() <= FEW_WORDS;
    this.options = options;
  }

  static Choice read(
      Message message,
      Matches matches,
      Numbers numbers,
      Answer answer,
      Reading dates,
      List<Option> options) {
    return options.isEmpty()
        ? NOTHING
        : new Choices(message, matches, numbers, answer, dates, options).choose();
  }

  private Choice choose() {
    return byWindow()
        .or(this::byNumber)
        .or(this::rest)
        .or(this::later)
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
    boolean reserved = answer == Answer.RESERVED || says("DOUBT") || says("LATER");
    return new Choice.One(
        index, reserved && confidence == Confidence.SURE ? Confidence.LIKELY : confidence, reason);
  }

  private Optional<Choice> byNumber() {
    List<Integer> valid =
        numbers.picked().stream().filter(n -> n >= 1 && n <= options.size()).toList();
    if (valid.size() == 1) {
      return Optional.of(withWish(valid.getFirst(), numbered(valid.getFirst(), numbers.asked())));
    }
    if (valid.size() > 1) {
      return Optional.of(new Choice.Several(valid.stream().map(n -> n - 1).toList(), isWilling()));
    }
    if (!numbers.refused().isEmpty()) {
      return othersRefused();
    }
    return numbers.picked().isEmpty() || when.wanted().stream().anyMatch(w -> !w.isTimeOnly())
        ? Optional.empty()
        : Optional.of(byDayOfMonth(numbers.picked().getFirst()));
  }

  private boolean isWilling() {
    return says("WILLING") || says("ANY");
  }

  /// « 10-12 », « mardi 8/10 », « jeu 8 à 10 »: the hours of a window as it was offered.
  private Optional<Choice> byWindow() {
    for (int i = 0; i + 1 < message.size(); i++) {
      int last = matches.at("JOIN-HOURS", i + 1) ? i + 2 : i + 1;
      int from = hour(i);
      int to = last < message.size() ? hour(last) : -1;
      List<Integer> meant = from < 0 || to < 0 ? List.of() : windows(from, to);
      if (!meant.isEmpty() && when.excluded().isEmpty()) {
        return Optional.of(among(meant, Confidence.SURE, "hours of a window"));
      }
    }
    return Optional.empty();
  }

  private int hour(int word) {
    return Numbers.digits(message.text(word));
  }

  private List<Integer> windows(int from, int to) {
    List<Integer> meant =
        IntStream.range(0, options.size())
            .filter(
                i -> options.get(i).from().getHour() == from && options.get(i).to().getHour() == to)
            .boxed()
            .toList();
    List<Integer> onDay = meant.stream().filter(i -> isDaySaid(options.get(i))).toList();
    return says("DAY") ? onDay : meant;
  }

  private boolean isDaySaid(Option option) {
    String name = "DAY:" + option.day().getDayOfWeek().getValue();
    return says(name);
  }

  /// « La 3 mais l'après-midi » is not the third; « la 2 à 8h » says two things.
  private Choice withWish(int number, Choice choice) {
    Option option = options.get(number - 1);
    boolean agrees = when.isNone() || when.mustAsk() || fits(option) || when.wanted().isEmpty();
    if (agrees || !(choice instanceof Choice.One one)) {
      return says("HYPOTHESIS") ? NOTHING : choice;
    }
    if (says("BUT")) {
      return new Choice.NoneSuits(!when.wanted().isEmpty());
    }
    return one(one.option(), Confidence.LIKELY, "number, beside another time");
  }

  /// « Tout sauf mardi », « mardi je ne peux pas, l'autre jour c'est bon »: what is left is chosen.
  private Optional<Choice> rest() {
    if (!says("REST") || when.excluded().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> left =
        IntStream.range(0, options.size())
            .filter(i ->
                when.excluded().stream()
                    .noneMatch(wish ->
                        wish.touches(
                            options.get(i).day(), options.get(i).from(), options.get(i).to())))
            .boxed()
            .toList();
    return left.isEmpty() ? Optional.empty() : Optional.of(among(left, Confidence.LIKELY, "rest"));
  }

  /// « Je vous dis ça demain »: he will answer later.
  private Optional<Choice> later() {
    return says("LATER") ? Optional.of(NOTHING) : Optional.empty();
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
  private Choice numbered(int number, boolean asked) {
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
    return one(number - 1, asked ? Confidence.LIKELY : Confidence.SURE, "number");
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

  private Optional<Choice> othersRefused() {
    List<Integer> left =
        IntStream.range(0, options.size())
            .filter(i -> !numbers.refused().contains(i + 1))
            .boxed()
            .toList();
    return Optional.of(among(left, Confidence.LIKELY, "the others refused"));
  }

  private Choice among(List<Integer> left, Confidence confidence, String reason) {
    if (left.isEmpty()) {
      return new Choice.NoneSuits(!when.wanted().isEmpty());
    }
    return left.size() == 1
        ? one(left.getFirst(), confidence, reason)
        : new Choice.Several(left, false);
  }

  private Optional<Choice> none() {
    return refuses() && when.wanted().isEmpty()
        ? Optional.of(new Choice.NoneSuits(!when.wanted().isEmpty()))
        : Optional.empty();
  }

  /// « Le 26 on sera là tous les deux » names the one window of that day.
  private boolean namesOne() {
    return when.namesDayOrMoment() && options.stream().filter(this::fits).count() == 1;
  }

  /// « Aucune préférence » refuses nothing.
  private boolean refuses() {
    return matches.with("NONE").stream()
        .anyMatch(none ->
            matches.with("ANY").stream()
                .noneMatch(any -> any.covers(none) && any.length() > none.length()));
  }

  private Optional<Choice> any() {
    boolean limited =
        !when.excluded().isEmpty() || when.wanted().stream().anyMatch(Wish::isTimeOnly);
    if (!says("ANY") || refuses() || options.size() < 2 || limited || namesOne()) {
      return Optional.empty();
    }
    if (!says("DAY")) {
      return Optional.of(all(true));
    }
    List<Integer> meant =
        IntStream.range(0, options.size()).filter(i -> isDaySaid(options.get(i))).boxed().toList();
    return meant.size() < 2 ? Optional.empty() : Optional.of(new Choice.Several(meant, true));
  }

  private Choice all(boolean willing) {
    return new Choice.Several(IntStream.range(0, options.size()).boxed().toList(), willing);
  }

  private Optional<Choice> byPlace() {
    if (says("MIDDLE") && options.size() == 3) {
      return Optional.of(one(1, Confidence.SURE, "middle"));
    }
    if (says("TOP")) {
      return Optional.of(one(0, Confidence.SURE, "top of the list"));
    }
    if (says("LAST-BUT-ONE")) {
      return options.size() > 2
          ? Optional.of(one(options.size() - 2, Confidence.LIKELY, "last but one"))
          : Optional.of(NOTHING);
    }
    if (says("LAST") && when.isExclusionsOnly()) {
      int last = options.size() - 1;
      return fits(options.get(last))
          ? Optional.of(one(last, Confidence.LIKELY, "last"))
          : Optional.empty();
    }
    if (says("LAST")) {
      List<Integer> open = placed();
      return says("DAY") && !open.isEmpty()
          ? open.stream().max(byTime()).map(i -> one(i, Confidence.LIKELY, "last of the day"))
          : Optional.of(one(options.size() - 1, Confidence.LIKELY, "last"));
    }
    return says("FIRST") && !when.mustAsk()
        ? placed().stream().min(byTime()).map(i -> one(i, Confidence.SURE, "earliest"))
        : Optional.empty();
  }

  private Comparator<Integer> byTime() {
    return Comparator.comparing((Integer i) -> options.get(i).day())
        .thenComparing(i -> options.get(i).from());
  }

  /// The options among which « the earliest » is looked for.
  private List<Integer> placed() {
    boolean open = when.wanted().stream().allMatch(w -> w.isTimeOnly() || isOpen(w.days()));
    return IntStream.range(0, options.size())
        .filter(i -> says("DAY") ? isDaySaid(options.get(i)) : open || fits(options.get(i)))
        .boxed()
        .toList();
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
    boolean story = message.size() > FEW_WORDS + 2 && when.isTimeOnly() && !says("YES");
    Confidence confidence = plain && !story ? Confidence.SURE : Confidence.LIKELY;
    if (best.isEmpty() && !byWeekday().isEmpty()) {
      return Optional.of(among(byWeekday(), confidence, "weekday"));
    }
    if (best.isEmpty() && !plain) {
      return Optional.empty();
    }
    if (best.size() > 1 && (says("ANY") || says("EITHER")) && when.excluded().isEmpty()) {
      return Optional.of(new Choice.Several(best, true));
    }
    return best.size() == 1 && !names(options.get(best.getFirst()))
        ? Optional.empty()
        : Optional.of(among(best, confidence, "date"));
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
    return after >= message.size()
        || !(Character.isDigit(message.text(after).charAt(0)) || matches.at("WHICH-DAY", after));
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
    return answer == Answer.NO
        ? Optional.of(new Choice.NoneSuits(!when.wanted().isEmpty()))
        : Optional.empty();
  }
}
