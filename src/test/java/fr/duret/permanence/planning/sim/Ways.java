package fr.duret.permanence.planning.sim;

import fr.duret.permanence.planning.DayPlan;
import fr.duret.permanence.planning.Insertions;
import fr.duret.permanence.planning.Offer;
import fr.duret.permanence.planning.OfferOutcome.NothingFits;
import fr.duret.permanence.planning.OfferOutcome.Offered;
import fr.duret.permanence.planning.OfferRequest;
import fr.duret.permanence.planning.Offers;
import fr.duret.permanence.planning.Wish;
import fr.duret.permanence.planning.sim.Simulation.Choice;
import fr.duret.permanence.planning.sim.Simulation.Way;
import java.util.ArrayList;
import java.util.List;

/// The ways of offering that are compared.
final class Ways {

  /// As far as offers look ahead, in working days.
  private static final int HORIZON = 20;

  private Ways() {}

  /// Today's habit: the next free windows, each in another half-day; the technician who drives
  /// least takes it.
  static Way earliest(Instance instance) {
    return (plan, caller, allowed) -> {
      List<Choice> free =
          Simulation.choices(caller, allowed).stream()
              .filter(c -> fits(instance, plan, caller, c))
              .toList();
      return spread(free);
    };
  }

  /// The product's way.
  static Way planned(Instance instance, boolean withHistory) {
    Offers offers = new Offers();
    return (plan, caller, allowed) -> {
      int first = caller.calls() + 1;
      int end = Math.min(plan.size(), first + HORIZON);
      Wish wish =
          Wish.only((date, window) ->
              (allowed[instance.day(date)] >> Slot.WINDOWS.indexOf(window) & 1) == 1);
      OfferRequest request = new OfferRequest(caller.work(), Slot.WINDOWS, wish);
      return switch (offers.offers(
          instance.horizon(plan.subList(first, end), withHistory), request)) {
        case NothingFits nothing -> List.of();
        case Offered offered ->
            offered.offers().stream().map(offer -> choice(instance, offer)).toList();
      };
    };
  }

  private static Choice choice(Instance instance, Offer offer) {
    return new Choice(instance.day(offer.day()), Slot.WINDOWS.indexOf(offer.window()));
  }

  private static boolean fits(Instance instance, List<DayPlan> plan, Caller caller, Choice choice) {
    return Insertions.cheapest(
            plan.get(choice.day()),
            instance.travel(),
            caller.work(),
            Slot.WINDOWS.get(choice.window()))
        .isPresent();
  }

  private static List<Choice> spread(List<Choice> free) {
    List<Choice> left = new ArrayList<>(free);
    List<Choice> picked = new ArrayList<>();
    while (picked.size() < 3 && !left.isEmpty()) {
      Choice next =
          left.stream()
              .filter(c -> picked.stream().noneMatch(p -> sameHalf(p, c)))
              .findFirst()
              .orElse(left.getFirst());
      picked.add(next);
      left.remove(next);
    }
    return picked;
  }

  private static boolean sameHalf(Choice one, Choice other) {
    return one.day() == other.day() && one.window() / 2 == other.window() / 2;
  }
}
