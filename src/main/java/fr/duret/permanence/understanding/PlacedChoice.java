package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.DayRange;
import fr.duret.permanence.understanding.dates.Days;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Chooses by the place in the list or in time: « celle du milieu », « la dernière », « au plus tôt
/// ».
final class PlacedChoice {

  private final Offer offer;

  PlacedChoice(Offer offer) {
    this.offer = offer;
  }

  Optional<Choice> choose() {
    if (offer.says("MIDDLE") && offer.size() == 3) {
      return Optional.of(offer.one(1, Confidence.SURE, "middle"));
    }
    if (offer.says("TOP")) {
      return Optional.of(offer.one(0, Confidence.SURE, "top of the list"));
    }
    if (offer.says("LAST-BUT-ONE")) {
      return Optional.of(
          offer.size() > 2
              ? offer.one(offer.size() - 2, Confidence.LIKELY, "last but one")
              : new Choice.Nothing());
    }
    if (offer.says("LAST")) {
      return last();
    }
    return offer.says("FIRST") && !offer.when().mustAsk()
        ? placed().stream().min(byTime()).map(i -> offer.one(i, Confidence.SURE, "earliest"))
        : Optional.empty();
  }

  private Optional<Choice> last() {
    int last = offer.size() - 1;
    if (offer.when().isExclusionsOnly()) {
      return offer.fits(offer.option(last))
          ? Optional.of(offer.one(last, Confidence.LIKELY, "last"))
          : Optional.empty();
    }
    List<Integer> open = offer.says("DAY") ? placed() : List.of();
    return Optional.of(
        open.stream()
            .max(byTime())
            .map(i -> offer.one(i, Confidence.LIKELY, "last of the day"))
            .orElseGet(() -> offer.one(last, Confidence.LIKELY, "last")));
  }

  private Comparator<Integer> byTime() {
    return Comparator.comparing((Integer i) -> offer.option(i).day())
        .thenComparing(i -> offer.option(i).from());
  }

  /// The options among which « the earliest » is looked for.
  private List<Integer> placed() {
    if (offer.says("DAY")) {
      return offer.those(offer::isDaySaid);
    }
    boolean open =
        offer.when().wanted().stream().allMatch(wish -> wish.isTimeOnly() || isOpen(wish.days()));
    return offer.those(option -> open || offer.fits(option));
  }

  private static boolean isOpen(Days days) {
    return days instanceof DayRange range && (range.from() == null || range.to() == null);
  }
}
