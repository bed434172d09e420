package fr.duret.permanence.clients;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.geo.Point;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(StoreExtension.class)
class ClientsTest {

  private static final Address OWN = Address.phone("06 12 34 56 78").orElseThrow();
  private static final Address SHARED = Address.phone("06 39 98 00 77").orElseThrow();
  private static final Address NOBODYS = Address.phone("06 39 98 99 99").orElseThrow();

  private Clients clients;

  @BeforeEach
  void fill(Store store) {
    clients = new Clients(store);
    clients.addAll(
        List.of(
            client("C-1", Civility.MONSIEUR, "Pierre", "Dupont", OWN),
            client("C-2", Civility.MONSIEUR, "André", "Vuillet", SHARED),
            client("C-3", Civility.MADAME, "Claudine", "Bonnaz", SHARED),
            client("C-4", Civility.MONSIEUR, "Éric", "Dupont", SHARED),
            client("C-5", Civility.MADAME, "Hélène", "Dupont", SHARED)));
  }

  private static Client client(
      String id, Civility civility, String first, String last, Address address) {
    return new Client(
        id,
        Client.Kind.CLIENT,
        Optional.of(civility),
        Optional.of(first),
        Optional.of(last),
        List.of(Site.ofCommune("74000", "Annecy", new Point(45.9, 6.1))),
        List.of(address),
        Optional.of(
            new Contract(
                ContractLevel.ARGENT, LocalDate.of(2026, 1, 15), LocalDate.of(2027, 1, 14), 2)),
        1);
  }

  @Test
  void a_number_of_one_person_is_recognised() {
    assertThat(clients.identify(OWN))
        .isInstanceOfSatisfying(
            Identity.Known.class, known -> assertThat(known.client().id()).isEqualTo("C-1"));
    assertThat(clients.identify(NOBODYS)).isEqualTo(new Identity.Unknown());
  }

  @Test
  void a_shared_number_gives_everybody_behind_it() {
    assertThat(clients.identify(SHARED))
        .isInstanceOfSatisfying(
            Identity.Shared.class,
            shared ->
                assertThat(shared.clients())
                    .extracting(Client::id)
                    .containsExactly("C-2", "C-3", "C-4", "C-5"));
  }

  @ParameterizedTest
  @CsvSource({
    "Vuillet, C-2",
    "m. VUILLET andre, C-2",
    "vuilet, C-2",
    "c'est Mme bonnaz, C-3",
    "Bonaz Claudine, C-3",
    "Eric Dupond, C-4",
    "Madame Dupont, C-5",
    "helene dupont, C-5"
  })
  void somebody_who_says_his_name_on_a_shared_number_is_recognised(String said, String id) {
    assertThat(clients.named(SHARED, said))
        .isInstanceOfSatisfying(
            Identity.Known.class, known -> assertThat(known.client().id()).isEqualTo(id));
  }

  @Test
  void an_ambiguous_name_gives_those_who_bear_it() {
    assertThat(clients.named(SHARED, "Dupond"))
        .isInstanceOfSatisfying(
            Identity.Shared.class,
            shared ->
                assertThat(shared.clients()).extracting(Client::id).containsExactly("C-4", "C-5"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Martin", "", "?", "Dupontel"})
  void another_name_is_nobody(String said) {
    assertThat(clients.named(SHARED, said)).isEqualTo(new Identity.Unknown());
  }

  @Test
  void a_prospect_is_made_once_by_its_cause_and_completed() {
    Client prospect = clients.prospect("cause", NOBODYS);
    assertThat(clients.prospect("cause", NOBODYS)).isEqualTo(prospect);
    assertThat(clients.prospect("another cause", NOBODYS)).isEqualTo(prospect);

    Details told =
        Details.none().named("Morel").at(Site.ofCommune("74600", "Seynod", new Point(45.88, 6.09)));
    Client complete = clients.complete(prospect.id(), told);

    assertThat(complete.lastName()).contains("Morel");
    assertThat(complete.sites()).extracting(Site::commune).containsExactly("Seynod");
    assertThat(clients.complete(prospect.id(), told)).isEqualTo(complete);
    assertThat(clients.identify(NOBODYS)).isEqualTo(new Identity.Known(complete));
  }

  @Test
  void somebody_else_on_a_shared_number_becomes_one_more_behind_it() {
    Client prospect = clients.prospect("cause", SHARED);

    assertThat(clients.prospect("cause", SHARED)).isEqualTo(prospect);
    assertThat(((Identity.Shared) clients.identify(SHARED)).clients()).hasSize(5);
  }

  @Test
  void many_causes_at_once_make_one_prospect() throws InterruptedException, ExecutionException {
    List<Future<Client>> made = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 32; i++) {
        String cause = "cause" + i % 8;
        made.add(threads.submit(() -> clients.prospect(cause, NOBODYS)));
      }
    }

    Client only = ((Identity.Known) clients.identify(NOBODYS)).client();
    for (Future<Client> one : made) {
      assertThat(one.get()).isEqualTo(only);
    }
    assertThat(clients.page("P", 100)).containsExactly(only);
  }

  @Test
  void importing_twice_changes_nothing() {
    Client known = clients.complete("C-1", Details.none().named("Dupont-Martin"));
    clients.addAll(List.of(client("C-1", Civility.MONSIEUR, "Pierre", "Dupont", OWN)));

    assertThat(clients.client("C-1")).contains(known);
    assertThat(clients.identify(OWN)).isInstanceOf(Identity.Known.class);
  }

  @Test
  void the_list_is_read_page_by_page() {
    List<Client> first = clients.page("", 2);
    List<Client> second = clients.page(first.getLast().id(), 10);

    assertThat(first).extracting(Client::id).containsExactly("C-1", "C-2");
    assertThat(second).extracting(Client::id).containsExactly("C-3", "C-4", "C-5");
  }

  @Test
  void a_contract_counts_its_years_from_its_beginning() {
    Contract contract =
        new Contract(ContractLevel.OR, LocalDate.of(2024, 3, 10), LocalDate.of(2027, 3, 9), 3);

    assertThat(contract.yearOf(LocalDate.of(2026, 3, 9))).isEqualTo("2025-03-10");
    assertThat(contract.yearOf(LocalDate.of(2026, 3, 10))).isEqualTo("2026-03-10");
    assertThat(contract.covers(LocalDate.of(2027, 3, 10))).isFalse();
  }
}
