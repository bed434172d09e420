package fr.duret.permanence.load;

import fr.duret.permanence.booking.Seeding;
import fr.duret.permanence.clients.Civility;
import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Contract;
import fr.duret.permanence.clients.ContractLevel;
import fr.duret.permanence.clients.Site;
import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Address;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// Many made-up clients round Annecy.
public final class Crowd {

  private static final List<String> COMMUNES =
      List.of(
          "Annecy", "Seynod", "Cran-Gevrier", "Meythet", "Argonay", "Poisy", "Sevrier", "Epagny");
  private static final Point ANNECY = new Point(45.8990, 6.1271);
  private static final double SPREAD = 0.06;

  private Crowd() {}

  /// The number of the client with that place in the list.
  public static String number(int i) {
    return String.format("+3363%07d", 1_000_000 + i);
  }

  /// Clients with a number, a site and a contract; the same ones each time.
  public static List<Client> clients(int from, int to, LocalDate today) {
    return IntStream.range(from, to).mapToObj(i -> client(i, today)).toList();
  }

  private static Client client(int i, LocalDate today) {
    Random random = new Random(i);
    String commune = COMMUNES.get(i % COMMUNES.size());
    Point point =
        new Point(
            ANNECY.lat() + SPREAD * random.nextDouble(-1, 1),
            ANNECY.lon() + SPREAD * random.nextDouble(-1, 1));
    return new Client(
        String.format("C-%06d", i),
        Client.Kind.CLIENT,
        Optional.of(Civility.MONSIEUR),
        Optional.of("Jean"),
        Optional.of("Martin"),
        List.of(new Site("1", "", i % 90 + " rue de la Gare", "74000", commune, point)),
        List.of(Address.phone(number(i)).orElseThrow()),
        Optional.of(
            new Contract(ContractLevel.ARGENT, today.minusDays(100), today.plusDays(265), 2)),
        1);
  }

  /// A visit for each of these clients.
  public static List<Seeding.Wanted> wanted(List<Client> clients) {
    return clients.stream()
        .map(client -> new Seeding.Wanted(client, client.sites().getFirst()))
        .toList();
  }
}
