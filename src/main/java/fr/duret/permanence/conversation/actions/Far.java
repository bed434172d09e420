package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.OfferRequest;
import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.booking.Wish.Period;
import java.time.LocalDate;
import java.util.List;

/// Wishes for later than we plan: the last days that are open come nearest to them.
final class Far {

  /// As many days as surely have a free window.
  private static final int LAST_DAYS = 14;

  private Far() {}

  /// Whether nothing that is wished for is open yet.
  static boolean isFar(Wish wish, LocalDate today) {
    LocalDate last = today.plusDays(Booking.FARTHEST_DAYS);
    return !wish.wanted().isEmpty()
        && wish.wanted().stream().allMatch(period -> period.from().isAfter(last));
  }

  /// The request with the last days that are open wished for, if its wish is for later.
  static OfferRequest of(OfferRequest request, LocalDate today) {
    LocalDate last = today.plusDays(Booking.FARTHEST_DAYS);
    return isFar(request.wish(), today)
        ? request.wishing(
            new Wish(
                List.of(Period.days(last.minusDays(LAST_DAYS), last)), request.wish().excluded()))
        : request;
  }
}
