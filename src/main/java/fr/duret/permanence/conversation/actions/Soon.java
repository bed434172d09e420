package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.OfferRequest;
import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.booking.Wish.Period;
import fr.duret.permanence.calendar.Holidays;
import java.time.LocalDate;
import java.util.List;

/// Whoever says that something is broken means soon, though he names no day: the nearest windows
/// come before those that cost the least driving.
final class Soon {

  /// What is planned within two working weeks at most cannot wait; everything else is planned over
  /// at least three.
  private static final int SHORT_NOTICE_DAYS = 14;

  private static final int WORKING_DAYS = 2;

  private Soon() {}

  /// The request with the next two working days wished for, if it is of that kind and names no
  /// time.
  static OfferRequest of(OfferRequest request, Services services, LocalDate today) {
    boolean urgent =
        services
            .company()
            .service(request.service())
            .filter(service -> service.withinDays() <= SHORT_NOTICE_DAYS)
            .isPresent();
    if (!urgent || !request.wish().wanted().isEmpty()) {
      return request;
    }
    LocalDate last = today;
    for (int found = 0; found < WORKING_DAYS; ) {
      last = last.plusDays(1);
      found += Holidays.isWorkingDay(last) ? 1 : 0;
    }
    return request.wishing(new Wish(List.of(Period.days(today, last)), request.wish().excluded()));
  }
}
