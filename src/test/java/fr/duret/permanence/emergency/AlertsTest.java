package fr.duret.permanence.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.agenda.Timer;
import fr.duret.permanence.company.Company;
import fr.duret.permanence.company.CompanyFile;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.desk.Priority;
import fr.duret.permanence.desk.Sla;
import fr.duret.permanence.desk.Ticket;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import fr.duret.permanence.templates.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// The chain over virtual time: Sunday evening, Gaëtan and Nadia are on call, Claire is not.
@ExtendWith(StoreExtension.class)
class AlertsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Address CLIENT = phone("06 39 98 01 00");
  private static final Address OTHER = phone("06 39 98 01 99");
  private static final Address THIRD = phone("06 39 98 01 97");
  private static final Address FOURTH = phone("06 39 98 01 98");
  private static final Address CLAIRE = phone("06 39 98 00 01");
  private static final Address GAETAN = phone("06 39 98 00 11");
  private static final Address NADIA = phone("06 39 98 00 12");

  private final Map<String, Timer> timers = new HashMap<>();
  private final Map<String, Outbound> owed = new LinkedHashMap<>();
  private Instant now = at("2026-11-22T18:30");
  private Desk desk;
  private Alerts alerts;

  @BeforeEach
  void open(Store store) throws IOException {
    Company company =
        CompanyFile.read(
            "company.yaml", Files.readString(Path.of("src/main/resources/demo/company.yaml")));
    desk = new Desk(store, company, Sla.usual());
    alerts =
        new Alerts(
            store,
            company,
            "Claire",
            Templates.load(Path.of("message-templates")),
            () -> now,
            new Alerts.Joints(
                desk,
                timer -> timers.put(timer.key(), timer),
                message -> owed.putIfAbsent(message.id(), message),
                person -> Optional.of(new Caller("M. Dupont", "3 rue du Lac", "Seynod")),
                words ->
                    switch (words) {
                      case "ok", "OK", "je prends", "c'est bon je suis sur place" -> Reply.TAKES;
                      case "je peux pas",
                          "pas dispo",
                          "non",
                          "le je peux pas",
                          "les autres je peux pas" ->
                          Reply.PASSES;
                      case "ça sent le brûlé chez moi aussi" -> Reply.DANGER;
                      default -> Reply.UNCLEAR;
                    }));
  }

  @Test
  void theFirstOnCallIsToldAtOnceWithWhatHeNeeds() {
    raise("c1");
    assertThat(texts(GAETAN))
        .containsExactly(
            """
            ALERTE Duret Électricité : odeur de brulé au tableau
            Client : M. Dupont, Seynod. Tél. 06 39 98 01 00
            Répondez OK si vous prenez, NON sinon.\
            """);
    assertThat(texts(NADIA)).isEmpty();
    assertThat(owed.values()).allMatch(message -> message.purpose() == Purpose.SAFETY);
    assertThat(tickets())
        .singleElement()
        .matches(ticket -> ticket.priority() == Priority.URGENT)
        .matches(ticket -> ticket.subject().equals("URGENCE : odeur de brûlé au tableau"));
  }

  @Test
  void anOkEndsItAndTheClientLearnsWhoComes() {
    raise("c1");
    assertThat(alerts.answered(GAETAN, "ok", now)).isTrue();
    advance(Duration.ofHours(1));
    assertThat(texts(GAETAN)).hasSize(2).last().asString().contains("06 39 98 01 00");
    assertThat(texts(NADIA)).isEmpty();
    assertThat(texts(CLIENT))
        .singleElement()
        .asString()
        .startsWith("Gaetan a votre alerte et s'en occupe");
  }

  @Test
  void theNextPersonIsToldAfterThreeMinutesAndTheFirstLearnsThatItIsTaken() {
    raise("c1");
    advance(Duration.ofSeconds(179));
    assertThat(texts(NADIA)).isEmpty();
    advance(Duration.ofSeconds(1));
    assertThat(texts(NADIA)).hasSize(1);
    alerts.answered(NADIA, "ok", now);
    assertThat(texts(GAETAN)).last().asString().contains("Nadia s'en occupe");
    assertThat(texts(CLIENT)).singleElement().asString().startsWith("Nadia a votre alerte");
  }

  @Test
  void withoutAnAnswerEverybodyIsToldEveryThreeMinutesForThirtyMinutes() {
    raise("c1");
    advance(Duration.ofMinutes(6));
    assertThat(texts(CLAIRE)).hasSize(1);
    assertThat(texts(CLIENT)).singleElement().asString().startsWith("Personne n'a encore répondu");
    advance(Duration.ofHours(5));
    assertThat(texts(CLAIRE)).hasSize(Alert.ROUNDS);
    assertThat(texts(GAETAN)).hasSize(Alert.ROUNDS + 1);
    assertThat(texts(CLIENT)).hasSize(2).last().asString().contains("09 72 67 50 74");
    assertThat(now).isEqualTo(at("2026-11-22T23:36"));
  }

  @Test
  void anOkAfterTheEndStillCounts() {
    raise("c1");
    advance(Duration.ofMinutes(50));
    assertThat(alerts.answered(CLAIRE, "ok", now)).isTrue();
    assertThat(texts(CLIENT)).last().asString().startsWith("Claire a votre alerte");
  }

  @Test
  void ofTwoOksTheSecondLearnsThatTheFirstHasIt() {
    raise("c1");
    advance(Duration.ofMinutes(6));
    alerts.answered(NADIA, "ok", now);
    assertThat(alerts.answered(GAETAN, "ok", now)).isTrue();
    assertThat(texts(GAETAN)).last().asString().startsWith("Merci, Nadia a déjà pris");
    assertThat(texts(CLIENT)).hasSize(2);
  }

  @Test
  void whoCannotComeLetsTheNextBeToldAtOnceAndSleepsOn() {
    raise("c1");
    advance(Duration.ofMinutes(1));
    assertThat(alerts.answered(GAETAN, "je peux pas", now)).isTrue();
    assertThat(texts(NADIA)).hasSize(1);
    assertThat(texts(GAETAN)).last().isEqualTo("Bien noté, je cherche quelqu'un d'autre.");
    advance(Duration.ofHours(1));
    assertThat(texts(GAETAN)).hasSize(2);
    assertThat(texts(NADIA)).hasSize(1 + Alert.ROUNDS);
  }

  @Test
  void ifNobodyCanComeAllAreAskedAllTheSame() {
    raise("c1");
    alerts.answered(GAETAN, "je peux pas", now);
    alerts.answered(NADIA, "je peux pas", now);
    alerts.answered(CLAIRE, "je peux pas", now);
    advance(Duration.ofHours(1));
    assertThat(texts(NADIA)).hasSizeGreaterThan(Alert.ROUNDS);
  }

  @Test
  void whoTookItMayGiveItBackAndTheClientLearnsIt() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    advance(Duration.ofMinutes(20));
    assertThat(alerts.answered(GAETAN, "je peux pas", now)).isTrue();
    assertThat(texts(CLIENT)).last().asString().startsWith("Gaetan ne peut finalement pas");
    assertThat(texts(NADIA)).hasSize(1);
    advance(Duration.ofMinutes(2));
    assertThat(texts(CLAIRE)).isEmpty();
    alerts.answered(NADIA, "ok", now);
    assertThat(texts(CLIENT)).last().asString().startsWith("Nadia a votre alerte");
  }

  @Test
  void anUnclearAnswerIsAskedAgain() {
    raise("c1");
    assertThat(alerts.answered(GAETAN, "attends", now)).isTrue();
    assertThat(texts(GAETAN)).last().asString().startsWith("Une alerte attend");
  }

  @Test
  void whoAsksWhereItIsIsToldWhatTheFileHas() {
    raise("c1");
    assertThat(alerts.answered(GAETAN, "quelle adresse ?", now)).isTrue();
    assertThat(texts(GAETAN))
        .last()
        .isEqualTo(
            "Alerte 1 : M. Dupont, 3 rue du Lac, Seynod. Tél. 06 39 98 01 00."
                + " Message : odeur de brulé au tableau. OK 1 si vous prenez.");
  }

  @Test
  void whoeverSaysThatHeIsComingHasTakenItWhateverFollows() {
    List<String> answers =
        List.of(
            "ok j'arrive dans 10 minutes",
            "ok j'y vais, 20 min",
            "j'y vais, je suis a Seynod",
            "je pars tout de suite",
            "je prends le camion et j'y suis dans 1/4h",
            "c bon pour moi",
            "j'arrive dans 20 min",
            "j'arrive dans 20",
            "pas de souci j'arrive");
    raise("c0");
    alerts.answered(GAETAN, "ok", now);
    for (int i = 0; i < answers.size(); i++) {
      now = now.plusSeconds(10);
      Address client = phone("06 39 98 02 0" + i);
      raise("d" + i, client);
      alerts.answered(GAETAN, answers.get(i), now.plusSeconds(5));
      assertThat(alerts.standing(client, now))
          .as(answers.get(i))
          .contains(new Standing.Taken("Gaëtan"));
    }
  }

  @Test
  void anAlertThatIsOverAttractsNothing() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    alerts.over(CLIENT, "c'est réglé", now);
    raiseOther("c2");
    alerts.answered(GAETAN, "attends", now.plusSeconds(20));
    assertThat(texts(GAETAN)).last().asString().startsWith("L'alerte 2 (");
  }

  @Test
  void aRefusalInManyWordsTakesNothing() {
    raise("c1");
    raiseOther("c2");
    alerts.answered(GAETAN, "j'arrive pas a le joindre, bizarre", now);
    alerts.answered(GAETAN, "ok mais je suis loin", now.plusSeconds(1));
    alerts.answered(GAETAN, "j'y vais demain si ca suffit", now.plusSeconds(2));
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Waiting());
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Waiting());
  }

  @Test
  void theAlertThatHeNamesIsOverAndItsClientLearnsIt() {
    raise("c1");
    raiseOther("c2");
    alerts.answered(GAETAN, "ok 1 et 2", now);
    alerts.answered(GAETAN, "1 terminé", now.plusSeconds(20));
    assertThat(texts(CLIENT)).last().asString().startsWith("Gaetan nous écrit que c'est terminé");
    assertThat(alerts.standing(CLIENT, now)).isEmpty();
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Taken("Gaëtan"));
    alerts.answered(GAETAN, "c'est fini, j'ai changé la prise", now.plusSeconds(40));
    assertThat(texts(OTHER)).last().asString().startsWith("Gaetan nous écrit que c'est terminé");
  }

  @Test
  void ofTwoThatHeHasNoneIsOverUntilHeNamesIt() {
    raise("c1");
    raiseOther("c2");
    alerts.answered(GAETAN, "ok 1 et 2", now);
    alerts.answered(GAETAN, "terminé", now.plusSeconds(20));
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Taken("Gaëtan"));
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Taken("Gaëtan"));
    assertThat(texts(GAETAN)).last().asString().startsWith("Bien noté pour l'alerte 2 ");
  }

  @Test
  void whatTheTakerWritesOfItIsKeptForTheOffice() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    advance(Duration.ofMinutes(10));
    assertThat(alerts.answered(GAETAN, "j'arrive pas à le joindre", now)).isTrue();
    assertThat(alerts.answered(GAETAN, "j'arrive pas à le joindre", now)).isTrue();
    assertThat(texts(GAETAN))
        .hasSize(3)
        .last()
        .isEqualTo(
            "Bien noté pour l'alerte 1 (M. Dupont, Seynod, 06 39 98 01 00), Claire le lira.");
    assertThat(tickets())
        .extracting(Ticket::subject)
        .contains("Alerte du 06 39 98 01 00, Gaëtan écrit : j'arrive pas à le joindre");
  }

  @Test
  void aBareOkTakesTheLatestAndNamesTheOneThatIsLeft() {
    raise("c1");
    raiseOther("c2");
    assertThat(texts(GAETAN)).last().asString().startsWith("ALERTE 2 ").endsWith("NON 2 sinon.");
    alerts.answered(GAETAN, "ok", now);
    assertThat(texts(GAETAN))
        .last()
        .isEqualTo(
            "Merci, l'alerte 2 (M. Dupont, Seynod) est à vous. Appelez le client au 06 39 98 01 99."
                + " Reste l'alerte 1 (M. Dupont, Seynod, 06 39 98 01 00) : répondez OK 1 si vous"
                + " la prenez.");
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Waiting());
    advance(Duration.ofMinutes(1));
    alerts.answered(GAETAN, "ok 1", now);
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Taken("Gaëtan"));
  }

  @Test
  void wordsOfTheAlertThatHeHasTakeNoOther() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    raiseOther("c2");
    advance(Duration.ofMinutes(2));
    assertThat(alerts.answered(GAETAN, "c'est bon je suis sur place", now)).isTrue();
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Waiting());
    assertThat(texts(GAETAN))
        .last()
        .asString()
        .startsWith("Bien noté pour l'alerte 1 ")
        .endsWith("répondez OK 2 si vous la prenez.");
  }

  @Test
  void aFewWordsToASecondAlertTakeItOrRefuseIt() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    raiseOther("c2");
    advance(Duration.ofSeconds(20));
    alerts.answered(GAETAN, "je prends", now);
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Taken("Gaëtan"));
  }

  @Test
  void aFewWordsThatRefuseASecondAlertLetTheNextBeTold() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    raiseOther("c2");
    advance(Duration.ofSeconds(20));
    alerts.answered(GAETAN, "pas dispo", now);
    assertThat(texts(GAETAN)).last().asString().startsWith("Bien noté pour l'alerte 2 (");
    assertThat(texts(NADIA)).last().asString().startsWith("ALERTE 2 ");
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Taken("Gaëtan"));
  }

  @Test
  void severalNumbersTakeAllOfThem() {
    raise("c1");
    raiseOther("c2");
    alerts.answered(GAETAN, "OK 1 et 2", now);
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Taken("Gaëtan"));
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Taken("Gaëtan"));
    assertThat(texts(GAETAN)).noneMatch(text -> text.contains("Reste l'alerte"));
  }

  @Test
  void allAlertsThatAreLeftAreListed() {
    raise("c1");
    raiseOther("c2");
    raise("c3", THIRD);
    raise("c4", FOURTH);
    alerts.answered(GAETAN, "ok", now);
    assertThat(texts(GAETAN))
        .last()
        .asString()
        .contains("Reste l'alerte 3 (")
        .contains("), et 2, 1 : répondez OK 3");
  }

  @Test
  void aNumberThatNoAlertHasIsAskedBackThoughHeHasAnother() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    raiseOther("c2");
    advance(Duration.ofSeconds(20));
    alerts.answered(GAETAN, "ok 99", now);
    assertThat(texts(GAETAN))
        .last()
        .asString()
        .startsWith("Vous n'avez pas d'alerte 99 en cours. Reste l'alerte 2 (")
        .contains("OK 2");
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Waiting());
  }

  @Test
  void theNumbersInASentenceAreTheAlertsMeantAndNoOtherIsTaken() {
    raiseMany(16);
    Map<String, List<Integer>> meant = new LinkedHashMap<>();
    meant.put("je prends le 5 et le 16 en priorité", List.of(5, 16));
    meant.put("ok pour le 4 et le 8 j'arrive", List.of(4, 8));
    meant.put("11 ok aussi mais dans 1h", List.of(11));
    meant.put("alerte 6 je m'en occupe, j'y suis dans 15 min", List.of(6));
    meant.put("je prends le 7, le 9 je peux pas", List.of(7));
    meant.put("je suis chez moi 12 rue du lac, je prends la 10 dans 14 minutes", List.of(10));
    meant.put("ok le 3, pas le 1", List.of(3));
    meant.put("je prends le 13, le 14 aussi", List.of(13, 14));
    meant.forEach((words, numbers) -> {
      List<Integer> before = taken();
      now = now.plusSeconds(1);
      assertThat(alerts.answered(GAETAN, words, now)).isTrue();
      assertThat(taken().stream().filter(one -> !before.contains(one)))
          .as(words)
          .containsExactlyElementsOf(numbers);
    });
  }

  @Test
  void aQuestionWithANumberIsAnsweredForThatAlert() {
    raiseMany(4);
    alerts.answered(GAETAN, "c'est quoi le 3, ça crame où ??", now);
    assertThat(texts(GAETAN))
        .last()
        .asString()
        .startsWith("Alerte 3 : ")
        .endsWith("OK 3 si vous prenez.");
  }

  @Test
  void theOthersAreThoseThatWaitAndNeverTheOnesHeHas() {
    raiseMany(5);
    alerts.answered(GAETAN, "ok 2 et 4", now);
    alerts.answered(GAETAN, "les autres je peux pas", now.plusSeconds(5));
    assertThat(texts(GAETAN))
        .last()
        .isEqualTo("Bien noté pour les alertes 1, 3, 5, je cherche quelqu'un d'autre.");
    assertThat(texts(NADIA)).hasSize(3);
    assertThat(taken()).containsExactly(2, 4);
    alerts.answered(NADIA, "je m'occupe du reste", now.plusSeconds(9));
    assertThat(taken()).containsExactly(1, 2, 3, 4, 5);
    alerts.answered(GAETAN, "les autres je peux pas", now.plusSeconds(20));
    assertThat(taken()).containsExactly(1, 2, 3, 4, 5);
  }

  @Test
  void oneAnswerTakesSomeAndRefusesTheOthers() {
    raiseMany(4);
    alerts.answered(GAETAN, "je prends le 1 et le 3, les autres je peux pas", now);
    assertThat(taken()).containsExactly(1, 3);
    assertThat(texts(GAETAN)).noneMatch(text -> text.contains("Reste l'alerte"));
    assertThat(texts(NADIA))
        .anyMatch(text -> text.startsWith("ALERTE 2 "))
        .anyMatch(text -> text.startsWith("ALERTE 4 "));
  }

  @Test
  void aNumberBesideOnesThatAreKnownIsToldToBeNone() {
    raiseMany(2);
    alerts.answered(GAETAN, "je prends le 1 et le 7", now);
    assertThat(taken()).containsExactly(1);
    assertThat(texts(GAETAN)).last().asString().startsWith("Vous n'avez pas d'alerte 7 en cours.");
  }

  @Test
  void theFiremenAreNoAlertAndWhatSomebodyElseHasIsNotGivenBack() {
    raiseMany(2);
    alerts.answered(GAETAN, "j'ai appelé le 18, j'arrive", now);
    assertThat(taken()).containsExactly(2);
    advance(Alert.PAUSE);
    alerts.answered(NADIA, "ok 1", now);
    alerts.answered(GAETAN, "le 1 je peux pas", now.plusSeconds(9));
    assertThat(texts(GAETAN)).last().asString().startsWith("Alerte 1").contains("Nadia");
    assertThat(taken()).containsExactly(1, 2);
  }

  @Test
  void anOkReadAgainAfterACrashTakesNoSecondAlert() {
    raise("c1");
    raiseOther("c2");
    alerts.answered(GAETAN, "ok", now);
    alerts.answered(GAETAN, "ok", now);
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Taken("Gaëtan"));
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Waiting());
  }

  @Test
  void minutesAreNoNumberOfAnAlertAndANumberedNoPassesThatOne() {
    raise("c1");
    raiseOther("c2");
    alerts.answered(GAETAN, "non 1", now);
    assertThat(texts(GAETAN)).last().asString().startsWith("Bien noté pour l'alerte 1 (");
    advance(Duration.ofSeconds(10));
    alerts.answered(GAETAN, "ok 20", now);
    assertThat(texts(GAETAN)).last().asString().startsWith("Vous n'avez pas d'alerte 20 en");
    assertThat(alerts.standing(OTHER, now)).contains(new Standing.Waiting());
  }

  @Test
  void otherPeopleAndTheirOwnDangersAreNoAnswer() {
    raise("c1");
    assertThat(alerts.answered(GAETAN, "ça sent le brûlé chez moi aussi", now)).isFalse();
    assertThat(alerts.answered(CLIENT, "ok", now)).isFalse();
    assertThat(alerts.answered(NADIA, "ok", now)).isFalse();
    advance(Duration.ofHours(4));
    assertThat(alerts.answered(GAETAN, "ok", now)).isFalse();
  }

  @Test
  void theClientMayAskHowItStands() {
    assertThat(alerts.standing(CLIENT, now)).isEmpty();
    raise("c1");
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Waiting());
    advance(Duration.ofMinutes(50));
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Unanswered());
    alerts.answered(NADIA, "ok", now);
    assertThat(alerts.standing(CLIENT, now)).contains(new Standing.Taken("Nadia"));
    assertThat(alerts.standing(NADIA, now)).isEmpty();
  }

  @Test
  void whenTheClientSaysThatItIsOverNobodyMoreIsWokenAndTheTicketStays() {
    raise("c1");
    advance(Duration.ofMinutes(3));
    alerts.over(CLIENT, "c'est réglé", now);
    alerts.over(CLIENT, "c'est réglé", now);
    advance(Duration.ofHours(1));
    assertThat(texts(CLAIRE)).isEmpty();
    assertThat(texts(GAETAN)).hasSize(2).last().asString().contains("que le danger est passé");
    assertThat(texts(NADIA)).hasSize(2);
    assertThat(alerts.standing(CLIENT, now)).isEmpty();
    assertThat(tickets()).hasSize(1);
    raise("c2");
    assertThat(texts(GAETAN)).hasSize(3);
  }

  @Test
  void theOfficeSeesWhoHasTakenItUntilHeGivesItBack() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    assertThat(tickets())
        .singleElement()
        .extracting(Ticket::owner)
        .isEqualTo(Optional.of("Gaëtan"));
    advance(Duration.ofMinutes(1));
    alerts.answered(GAETAN, "je peux pas", now);
    assertThat(tickets()).singleElement().extracting(Ticket::owner).isEqualTo(Optional.empty());
  }

  @Test
  void whatTheClientAddsIsReadByWhoeverWasToldAndByWhoeverIsToldLater() {
    raise("c1");
    Danger more = new Danger("c2", CLIENT, Optional.of("C-001"), "12 rue de la Gare", now);
    assertThat(alerts.more(more)).isTrue();
    assertThat(alerts.more(more)).isTrue();
    assertThat(texts(GAETAN))
        .hasSize(2)
        .last()
        .isEqualTo("Alerte du 06 39 98 01 00, le client ajoute : 12 rue de la Gare");
    advance(Alert.PAUSE);
    assertThat(texts(NADIA)).singleElement().asString().contains("au tableau / 12 rue de la Gare");
    assertThat(tickets()).hasSize(1);
  }

  @Test
  void aClientWhoWritesWithoutEndKeepsNobodyFromHelpingHim() {
    raise("c1");
    for (int i = 0; i < 20; i++) {
      advance(Duration.ofSeconds(1));
      alerts.more(new Danger("m" + i, CLIENT, Optional.empty(), "vite " + i, now));
    }
    assertThat(texts(GAETAN)).hasSize(10);
    assertThat(alerts.more(new Danger("x", OTHER, Optional.empty(), "vite", now))).isFalse();
  }

  @Test
  void whoWasLeftAloneIsToldWhenTheOfficeOpensAndNeverATimeThatHasPassed() {
    raise("c1");
    advance(Duration.ofHours(1));
    assertThat(texts(CLIENT)).last().asString().endsWith("Claire vous appelle lundi 23 dès 8h.");
    now = at("2026-11-24T10:00");
    raise("c2");
    advance(Duration.ofHours(1));
    assertThat(texts(CLIENT)).last().asString().endsWith("Claire vous appelle dès que possible.");
  }

  @Test
  void dangerToldByASignAloneStillSaysSomething() {
    alerts.raise(new Danger("c1", CLIENT, Optional.empty(), "⚡️🔥", now));
    assertThat(texts(GAETAN)).singleElement().asString().contains("danger signalé sans un mot");
  }

  @Test
  void noTelephoneNumberIsInTheIdsThatLogsShow() {
    raise("c1");
    advance(Duration.ofMinutes(6));
    alerts.answered(NADIA, "ok", now);
    assertThat(owed.keySet()).noneMatch(id -> id.contains("+33"));
  }

  @Test
  void whoWasNeverToldHearsNothingOfIt() {
    raise("c1");
    alerts.answered(GAETAN, "ok", now);
    advance(Duration.ofMinutes(10));
    alerts.answered(GAETAN, "ok", now);
    assertThat(texts(GAETAN)).hasSize(2);
    assertThat(alerts.answered(NADIA, "ok", now)).isFalse();
    assertThat(texts(NADIA)).isEmpty();
  }

  @Test
  void whateverIsRepeatedAfterACrashSendsNothingTwice() {
    raise("c1");
    raise("c1");
    Timer first = timers.values().iterator().next();
    advance(Duration.ofMinutes(3));
    alerts.fire(first);
    alerts.answered(NADIA, "ok", now);
    alerts.answered(NADIA, "ok", now);
    assertThat(texts(GAETAN)).hasSize(2);
    assertThat(texts(NADIA)).hasSize(2);
    assertThat(texts(CLIENT)).hasSize(1);
    assertThat(tickets()).hasSize(1);
  }

  @Test
  void whoWritesAgainWhileNobodyHasAnsweredStartsNoSecondChain() {
    raise("c1");
    raise("c2");
    assertThat(texts(GAETAN)).hasSize(1);
    alerts.answered(GAETAN, "ok", now);
    raise("c3");
    assertThat(texts(GAETAN)).hasSize(3);
    assertThat(tickets()).singleElement().matches(ticket -> ticket.contacts() == 2);
  }

  @Test
  void inOfficeHoursTheOfficeIsToldFirst() {
    now = at("2026-11-23T10:00");
    raise("c1");
    assertThat(texts(CLAIRE)).hasSize(1);
    assertThat(texts(GAETAN)).isEmpty();
  }

  private void raise(String cause) {
    alerts.raise(new Danger(cause, CLIENT, Optional.of("C-1"), "odeur de brûlé au tableau", now));
  }

  private void raise(String cause, Address from) {
    alerts.raise(new Danger(cause, from, Optional.empty(), "de la fumée", now));
  }

  private void raiseOther(String cause) {
    alerts.raise(new Danger(cause, OTHER, Optional.of("C-2"), "des étincelles", now));
  }

  private void raiseMany(int many) {
    for (int i = 1; i <= many; i++) {
      raise("m" + i, client(i));
      now = now.plusSeconds(1);
    }
  }

  /// The numbers of the many that somebody has.
  private List<Integer> taken() {
    return IntStream.rangeClosed(1, 16)
        .filter(i ->
            alerts.standing(client(i), now).filter(Standing.Taken.class::isInstance).isPresent())
        .boxed()
        .toList();
  }

  private static Address client(int number) {
    return phone("06 39 98 02 %02d".formatted(number));
  }

  /// Time passes; what falls due fires, each at its own time and once.
  private void advance(Duration time) {
    Instant end = now.plus(time);
    Optional<Timer> next = next(end);
    while (next.isPresent()) {
      Timer timer = next.get();
      now = timer.due();
      timers.remove(timer.key());
      alerts.fire(timer);
      next = next(end);
    }
    now = end;
  }

  private Optional<Timer> next(Instant end) {
    return timers.values().stream()
        .filter(timer -> !timer.due().isAfter(end))
        .min(Comparator.comparing(Timer::due));
  }

  private List<String> texts(Address to) {
    return owed.values().stream()
        .filter(message -> message.to().equals(to))
        .map(Outbound::text)
        .toList();
  }

  private List<Ticket> tickets() {
    return desk.active("", 10);
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(PARIS).toInstant();
  }

  private static Address phone(String written) {
    return Address.phone(written).orElseThrow();
  }
}
