package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.dates.Reading;
import fr.duret.permanence.understanding.dates.When;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.List;
import java.util.Optional;

/// Finds what a message picks among the options offered: by number, by place in the list, by day
/// and hour, or none or any of them.
final class Choices {

  private static final Choice NOTHING = new Choice.Nothing();

  private final Offer offer;
  private final When when;
  private final NumberedChoice numbered;

  private Choices(Offer offer, Numbers numbers) {
    this.offer = offer;
    this.when = offer.when();
    numbered = new NumberedChoice(offer, numbers);
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
        : new Choices(new Offer(message, matches, answer, dates, options), numbers).choose();
  }

  private Choice choose() {
    return numbered
        .byWindow()
        .or(numbered::byNumber)
        .or(this::rest)
        .or(this::later)
        .or(this::none)
        .or(this::any)
        .or(this::all)
        .or(() -> new PlacedChoice(offer).choose())
        .or(() -> new DatedChoice(offer).choose())
        .or(this::byAnswer)
        .orElse(NOTHING);
  }

  /// « Tout sauf mardi », « mardi je ne peux pas, l'autre jour c'est bon »: what is left is chosen.
  private Optional<Choice> rest() {
    if (!offer.says("REST") || when.excluded().isEmpty()) {
      return Optional.empty();
    }
    List<Integer> left = offer.those(option -> !isExcluded(option));
    return left.isEmpty()
        ? Optional.empty()
        : Optional.of(offer.among(left, Confidence.LIKELY, "rest"));
  }

  private boolean isExcluded(Option option) {
    return when.excluded().stream()
        .anyMatch(wish -> wish.touches(option.day(), option.from(), option.to()));
  }

  /// « Je vous dis ça demain »: he will answer later.
  private Optional<Choice> later() {
    return offer.says("LATER") ? Optional.of(NOTHING) : Optional.empty();
  }

  private Optional<Choice> none() {
    return refuses() && when.wanted().isEmpty() ? Optional.of(offer.noneSuits()) : Optional.empty();
  }

  /// « Aucune préférence » refuses nothing.
  private boolean refuses() {
    return offer.matches().with("NONE").stream()
        .anyMatch(none ->
            offer.matches().with("ANY").stream()
                .noneMatch(any -> any.covers(none) && any.length() > none.length()));
  }

  private Optional<Choice> any() {
    if (!offer.says("ANY") || offer.size() < 2 || refuses() || isLimited() || namesOne()) {
      return Optional.empty();
    }
    if (!offer.says("DAY")) {
      return Optional.of(offer.all(true));
    }
    List<Integer> meant = offer.those(offer::isDaySaid);
    return meant.size() < 2 ? Optional.empty() : Optional.of(new Choice.Several(meant, true));
  }

  private boolean isLimited() {
    return !when.excluded().isEmpty() || when.wanted().stream().anyMatch(Wish::isTimeOnly);
  }

  /// « Le 26 on sera là tous les deux » names the one window of that day.
  private boolean namesOne() {
    return when.namesDayOrMoment() && offer.those(offer::fits).size() == 1;
  }

  private Optional<Choice> all() {
    return offer.says("ALL") && offer.size() > 1 ? Optional.of(offer.all(false)) : Optional.empty();
  }

  private Optional<Choice> byAnswer() {
    if (offer.answer() == Answer.YES && offer.size() == 1) {
      return Optional.of(offer.one(0, Confidence.SURE, "yes to the only one"));
    }
    return offer.answer() == Answer.NO ? Optional.of(offer.noneSuits()) : Optional.empty();
  }
}
