package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.Wish;
import java.util.List;
import java.util.Optional;

/// Chooses by numbers: of an option (« la 2 »), of a day of the month, or the hours of a window.
final class NumberedChoice {

  private final Offer offer;
  private final Message message;
  private final Numbers numbers;

  NumberedChoice(Offer offer, Numbers numbers) {
    this.offer = offer;
    this.message = offer.message();
    this.numbers = numbers;
  }

  /// « 10-12 », « mardi 8/10 », « jeu 8 à 10 »: the hours of a window as it was offered.
  Optional<Choice> byWindow() {
    for (int i = 0; i + 1 < message.size(); i++) {
      int from = hour(i);
      int last = offer.matches().at("JOIN-HOURS", i + 1) ? i + 2 : i + 1;
      int to = from >= 0 && last < message.size() ? hour(last) : -1;
      List<Integer> meant = to < 0 ? List.of() : windows(from, to);
      if (!meant.isEmpty() && offer.when().excluded().isEmpty()) {
        return Optional.of(offer.among(meant, Confidence.SURE, "hours of a window"));
      }
    }
    return Optional.empty();
  }

  private int hour(int word) {
    return Numbers.digits(message.text(word));
  }

  private List<Integer> windows(int from, int to) {
    boolean day = offer.says("DAY");
    return offer.those(option ->
        option.from().getHour() == from
            && option.to().getHour() == to
            && (!day || offer.isDaySaid(option)));
  }

  Optional<Choice> byNumber() {
    List<Integer> valid =
        numbers.picked().stream().filter(n -> n >= 1 && n <= offer.size()).toList();
    if (valid.size() == 1) {
      return Optional.of(withWish(valid.getFirst(), numbered(valid.getFirst())));
    }
    if (valid.size() > 1) {
      boolean willing = offer.says("WILLING") || offer.says("ANY");
      return Optional.of(new Choice.Several(valid.stream().map(n -> n - 1).toList(), willing));
    }
    if (!numbers.refused().isEmpty()) {
      return Optional.of(othersRefused());
    }
    boolean day = !offer.when().wanted().stream().allMatch(Wish::isTimeOnly);
    return numbers.picked().isEmpty() || day
        ? Optional.empty()
        : Optional.of(byDayOfMonth(numbers.picked().getFirst()));
  }

  /// « La 3 mais l'après-midi » is not the third; « la 2 à 8h » says two things.
  private Choice withWish(int number, Choice choice) {
    boolean agrees =
        offer.when().isNone()
            || offer.when().mustAsk()
            || offer.fits(offer.option(number - 1))
            || offer.when().wanted().isEmpty();
    if (agrees || !(choice instanceof Choice.One one)) {
      return offer.says("HYPOTHESIS") ? new Choice.Nothing() : choice;
    }
    return offer.says("BUT")
        ? offer.noneSuits()
        : offer.one(one.option(), Confidence.LIKELY, "number, beside another time");
  }

  private List<Integer> onThatDay(int number) {
    return offer.those(option -> option.day().getDayOfMonth() == number);
  }

  /// « le 2 » is the second option, unless another one is on the 2nd of the month: then ask.
  private Choice numbered(int number) {
    List<Integer> onThatDay = onThatDay(number);
    if (!onThatDay.isEmpty() && !onThatDay.contains(number - 1) && isAfterDayArticle(number)) {
      return onThatDay.size() == 1
          ? new Choice.Several(sorted(onThatDay.getFirst(), number - 1), false)
          : new Choice.Several(onThatDay, false);
    }
    return offer.one(number - 1, numbers.asked() ? Confidence.LIKELY : Confidence.SURE, "number");
  }

  /// « Le 2 » may be the second option or the 2nd of the month, « la 2 » not.
  private boolean isAfterDayArticle(int number) {
    return offer.matches().with("DAY-ARTICLE").stream()
        .anyMatch(article ->
            article.to() < message.size()
                && message.text(article.to()).equals(Integer.toString(number)));
  }

  private static List<Integer> sorted(int a, int b) {
    return List.of(Math.min(a, b), Math.max(a, b));
  }

  private Choice othersRefused() {
    List<Integer> left =
        offer.those(option -> true).stream()
            .filter(i -> !numbers.refused().contains(i + 1))
            .toList();
    return offer.among(left, Confidence.LIKELY, "the others refused");
  }

  /// « 24 à 10h »: no option has that number, but a day has.
  private Choice byDayOfMonth(int number) {
    List<Integer> fitting =
        offer.those(option -> option.day().getDayOfMonth() == number && offer.fits(option));
    return fitting.isEmpty()
        ? new Choice.NoSuchOption(number)
        : offer.among(fitting, Confidence.LIKELY, "day of the month");
  }
}
