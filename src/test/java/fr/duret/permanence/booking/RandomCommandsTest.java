package fr.duret.permanence.booking;

import static fr.duret.permanence.booking.Agency.MONDAY;
import static fr.duret.permanence.booking.Agency.only;
import static fr.duret.permanence.booking.Agency.request;
import static fr.duret.permanence.booking.Agency.stranger;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.planning.Optimiser.Effort;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StoreExtension.class)
class RandomCommandsTest {

  private static final int COMMANDS = 120;
  private static final LocalDate LAST = MONDAY.plusDays(3);

  private final List<Runnable> replays = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void every_promise_is_kept_after_any_sequence_of_commands(long seed, Store store) {
    Agency agency = new Agency(store);
    Random random = new Random(seed);
    for (int i = 0; i < COMMANDS; i++) {
      step(agency, random, "s" + i);
      agency.pass(Duration.ofMinutes(random.nextInt(8)));
    }
    improve(agency);

    assertThat(agency.broken()).isEmpty();
    assertEachVisitStandsOnce(agency);
    Map<LocalDate, Day> before = agency.days();
    replays.forEach(Runnable::run);
    assertThat(agency.days()).isEqualTo(before);
  }

  private void step(Agency agency, Random random, String cause) {
    String person = "C-" + random.nextInt(20);
    LocalDate day = MONDAY.plusDays(random.nextInt(4));
    List<Visit> open = agency.booking.upcoming(person);
    if (open.isEmpty() || random.nextInt(4) == 0) {
      Wish wish = only(day, LAST);
      OfferRequest request =
          random.nextInt(4) == 0 ? stranger(person, wish) : request(person, wish);
      choose(agency, random, cause, request);
    } else if (random.nextBoolean()) {
      Visit visit = open.get(random.nextInt(open.size()));
      choose(agency, random, cause, request(person, only(day, LAST)).toMove(visit.id()));
    } else {
      String visit = open.getFirst().id();
      repeat(() -> agency.booking.cancel(cause, visit));
    }
  }

  private void choose(Agency agency, Random random, String cause, OfferRequest request) {
    if (!(agency.booking.offer(cause, request) instanceof Offer.Offered offered)) {
      return;
    }
    List<OfferedSlot> slots = offered.slots();
    Slot slot = slots.get(random.nextInt(slots.size())).slot();
    if (random.nextInt(5) == 0) {
      return;
    }
    repeat(() ->
        request
            .moving()
            .<Object>map(visit -> agency.booking.move(cause + "#1", visit, offered.hold(), slot))
            .orElseGet(() -> agency.booking.confirm(cause + "#1", offered.hold(), slot)));
  }

  /// Runs a command, and once more at the end: then it must answer the same and change nothing.
  private void repeat(Supplier<Object> command) {
    Object answer = command.get();
    replays.add(() -> assertThat(command.get()).isEqualTo(answer));
  }

  private static void improve(Agency agency) {
    agency.days().keySet().forEach(day -> agency.booking.improve(day, Effort.QUICK));
  }

  private static void assertEachVisitStandsOnce(Agency agency) {
    Map<String, Slot> standing = new HashMap<>();
    for (Day day : agency.days().values()) {
      for (Entry entry : day.entries()) {
        assertThat(standing.put(entry.visit(), entry.slot(day.date()))).isNull();
      }
    }
    Map<String, Slot> promised = new HashMap<>();
    agency.booking.visits(MONDAY, LAST, 1000).stream()
        .filter(visit -> visit.state() == Visit.State.PLANNED)
        .forEach(visit -> promised.put(visit.id(), visit.slot()));
    assertThat(promised).isEqualTo(standing).isNotEmpty();
  }
}
