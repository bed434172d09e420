package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.TimeRange;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.List;
import java.util.Optional;

/// Chooses by what is said about time: the options that fit it.
final class DatedChoice {

  private final Offer offer;
  private final When when;

  DatedChoice(Offer offer) {
    this.offer = offer;
    this.when = offer.when();
  }

  Optional<Choice> choose() {
    if (when.mustAsk() || (when.wanted().isEmpty() && when.excluded().isEmpty())) {
      return Optional.empty();
    }
    List<Integer> matching = offer.those(offer::fits);
    List<Integer> exact = matching.stream().filter(i -> beginsAsSaid(offer.option(i))).toList();
    List<Integer> best = exact.size() == 1 ? exact : matching;
    return best.isEmpty() ? byWeekday() : fitting(best);
  }

  private Confidence confidence() {
    boolean story =
        offer.message().size() > Offer.FEW_WORDS + 2 && when.isTimeOnly() && !offer.says("YES");
    return offer.isPlain() && !story ? Confidence.SURE : Confidence.LIKELY;
  }

  private Optional<Choice> fitting(List<Integer> best) {
    boolean either = offer.says("ANY") || offer.says("EITHER");
    if (best.size() > 1 && either && when.excluded().isEmpty()) {
      return Optional.of(new Choice.Several(best, true));
    }
    return best.size() == 1 && !isNamed(offer.option(best.getFirst()))
        ? Optional.empty()
        : Optional.of(offer.among(best, confidence(), "date"));
  }

  /// Whether the words name that option. Who only says what does not suit wants to see what else
  /// there is: that one option is left of those shown is chance, not his choice.
  private boolean isNamed(Option option) {
    return when.namesDayOrMoment()
        || when.wanted().stream()
            .anyMatch(wish ->
                option.from().equals(wish.time().from()) && option.to().equals(wish.time().to()));
  }

  /// A bare « mardi » is the Tuesday offered, though an earlier one comes before it; where nothing
  /// fits at all, none does.
  private Optional<Choice> byWeekday() {
    boolean bare =
        when.excluded().isEmpty()
            && offer.matches().with("DAY").stream().anyMatch(day -> isBare(day.to()));
    List<Integer> meant =
        bare
            ? offer.those(
                option -> when.wanted().stream().anyMatch(wish -> isThatWeekday(wish, option)))
            : List.of();
    if (!meant.isEmpty()) {
      return Optional.of(offer.among(meant, confidence(), "weekday"));
    }
    return offer.isPlain() ? Optional.of(offer.noneSuits()) : Optional.empty();
  }

  private boolean isBare(int after) {
    return after >= offer.message().size()
        || !(Character.isDigit(offer.message().text(after).charAt(0))
            || offer.matches().at("WHICH-DAY", after));
  }

  private static boolean isThatWeekday(Wish wish, Option option) {
    return wish.days() instanceof DayRange range
        && range.isOneDay()
        && range.from() != null
        && range.from().getDayOfWeek() == option.day().getDayOfWeek()
        && wish.time().suits(option.from(), option.to());
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
}
