package fr.duret.permanence;

import fr.duret.permanence.booking.Offer;
import fr.duret.permanence.booking.OfferRequest;
import fr.duret.permanence.booking.Wish;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.load.Crowd;
import fr.duret.permanence.load.Quietly;
import fr.duret.permanence.load.Times;
import fr.duret.permanence.message.Channel;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Measures offers as a turn asks for them: the days read from the store, the choice, the hold and
/// the outcome written durably. One after the other; each hold is released again. See
/// docs/performance.md.
///
/// Arguments: offers of each company, store URI (default: embedded).
public final class OffersLoad {

  private static final int DEFAULT_OFFERS = 300;
  private static final int WARM_UP = 200;
  private static final int EXTRA_CLIENTS = 100;
  private static final double MILLION = 1e6;

  private OffersLoad() {}

  /// Prints the figures of a company of 8 technicians with 150 visits and of one of 50 with 900.
  public static void main(String[] args) throws IOException {
    int offers = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_OFFERS;
    String asked = args.length > 1 ? args[1] : "";
    Path folder = Files.createTempDirectory("offers-load");
    PrintStream out = Quietly.logTo(folder.resolve("service.log"));
    measure(out, offers, asked, new LoadedService.Size(8, 150, 150 + EXTRA_CLIENTS));
    measure(out, offers, asked, new LoadedService.Size(50, 900, 900 + EXTRA_CLIENTS));
  }

  private static void measure(PrintStream out, int offers, String asked, LoadedService.Size size)
      throws IOException {
    Path folder = Files.createTempDirectory("offers-load");
    try (LoadedService service =
        new LoadedService(folder, LoadedService.uri(folder, asked), size)) {
      service.settle();
      LocalDate today = LocalDate.now(service.core().company().zone());
      List<Client> clients = Crowd.clients(size.visits(), size.clients(), today);
      for (int i = 0; i < WARM_UP; i++) {
        offer(service, clients.get(i % clients.size()), today, "w" + i);
      }
      Times times = new Times();
      long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      for (int i = 0; i < offers; i++) {
        times.add(offer(service, clients.get(i % clients.size()), today, "o" + i));
      }
      long used = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
      long visits = service.core().booking().visits(today, today.plusDays(60), 2000).size();
      out.printf(
          "%d technicians, %d visits in 15 days: %s   (%.1f ms of this thread's processor time)%n",
          size.technicians(), visits, times, used / MILLION / offers);
    }
  }

  private static long offer(LoadedService service, Client client, LocalDate today, String cause) {
    OfferRequest request =
        new OfferRequest(
            client.id(),
            true,
            Channel.SMS,
            client.sites().getFirst(),
            "entretien",
            wish(cause, today),
            client.contract(),
            Optional.empty());
    long began = System.nanoTime();
    Offer offer = service.core().booking().offer(cause, request);
    long took = System.nanoTime() - began;
    if (!(offer instanceof Offer.Offered)) {
      throw new IllegalStateException("no offer: " + offer);
    }
    service.core().booking().releaseHold(cause);
    return took;
  }

  /// A day of the week in the morning, or no wish at all.
  private static Wish wish(String cause, LocalDate today) {
    int kind = Math.floorMod(cause.hashCode(), 6);
    if (kind == 5) {
      return Wish.any();
    }
    Wish.Period mornings =
        Wish.Period.days(today.plusDays(1), today.plusDays(14))
            .on(Set.of(DayOfWeek.of(kind + 1)))
            .between(LocalTime.of(8, 0), LocalTime.NOON);
    return new Wish(List.of(mornings), List.of());
  }
}
