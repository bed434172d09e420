package fr.duret.permanence;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.channel.sms.FakeTwilio.Text;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.store.StoreUri;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole dialogue over the days on which time itself is odd: the two nights in which the clocks
/// change, the end of the year, and weeks in which the machine was off.
@ExtendWith(StoreExtension.class)
class SeasonsTest {

  @TempDir private Path folder;

  /// On 29 March and 25 October the clocks change; 1 January is a holiday and the 2nd a Saturday.
  @ParameterizedTest
  @CsvSource({
    "2026-03-27T18:30, jeudi 2 avril, 2026-04-02, 2026-03-31T10:00",
    "2026-10-23T18:30, jeudi 29 octobre, 2026-10-29, 2026-10-27T10:00",
    "2026-12-30T18:30, mardi 5 janvier, 2027-01-05, 2026-12-31T10:00"
  })
  void aVisitIsBookedForItsDayAndRemindedOfAtTen(
      String start, String wish, LocalDate day, String reminder, StoreUri store)
      throws IOException {
    try (Service service = Service.start(store, folder, start, "0s")) {
      book(service, wish);
      assertThat(visit(service).slot().day()).isEqualTo(day);
      service.until(reminder);
      assertThat(reminders(service))
          .singleElement()
          .satisfies(text -> {
            assertThat(text.body()).contains(wish);
            assertThat(LocalDateTime.ofInstant(text.at(), Service.ANNECY)).isEqualTo(reminder);
          });
      assertThat(service.answers(Service.DUPONT, "ok").getLast())
          .contains("M. Dupont", "Merci", ", à ");
      assertThat(service.answers(Service.DUPONT, "c'est quand mon prochain rdv ?").getLast())
          .contains(wish);
      service.until(day.plusDays(1) + "T10:00");
      assertThat(reminders(service)).hasSize(1);
      assertThat(service.answers(Service.DUPONT, "c'est quand mon prochain rdv ?").getLast())
          .doesNotContain(wish);
    }
  }

  @Test
  void afterWeeksInWhichTheMachineWasOffNothingIsSaidTooLateAndTheDialogueBeginsAnew(StoreUri store)
      throws IOException {
    try (Service service = Service.start(store, folder, "2026-11-22T18:30", "0s")) {
      book(service, "jeudi 26");
      service.write("+33639987011", "Bonjour, mon disjoncteur saute");
      int posts = service.twilio().posts();
      service.off(Duration.ofDays(24));
      assertThat(reminders(service)).isEmpty();
      assertThat(service.inbox("+33639987011").getFirst()).contains("votre nom ?");
      assertThat(service.twilio().posts()).isLessThanOrEqualTo(posts + 1);
      assertThat(service.answers("+33639987011", "bonjour").getLast())
          .contains("assistant automatique");
      book(service, "lundi 21 décembre");
      assertThat(visit(service).slot().day()).isEqualTo("2026-12-21");
    }
  }

  private static void book(Service service, String wish) {
    String asked = "Bonjour, je voudrais un rdv pour l'entretien " + wish;
    assertThat(service.answers(Service.DUPONT, asked).getLast()).contains("1) ");
    assertThat(service.answers(Service.DUPONT, "1").getLast()).startsWith("C'est noté : " + wish);
  }

  private static Visit visit(Service service) {
    return service.core().booking().upcoming("C-001").getFirst();
  }

  private static List<Text> reminders(Service service) {
    return service.twilio().receivedBy(Service.DUPONT).stream()
        .filter(text -> text.body().startsWith("Rappel"))
        .toList();
  }
}
