package fr.duret.permanence.conversation;

import static fr.duret.permanence.conversation.Stage.DUPONT;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.store.Store;
import fr.duret.permanence.store.StoreExtension;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StoreExtension.class)
class DialogueTest {

  private Stage stage;

  @BeforeEach
  void open(Store store) {
    stage = new Stage(store);
  }

  @Test
  void oneThingIsAskedAtATimeUntilTheVisitIsBooked() {
    stage.texts("je voudrais un rdv").answers("engine/greeting [rdv/motif]");
    stage.texts("entretien").answers("[rdv/nom kind=maintenance]");
    stage.texts("Favre").answers("[rdv/creneaux kind=maintenance name=Favre]");
    stage.texts("la 2").answers("[rdv/confirme kind=maintenance name=Favre slot=2]");
    assertThat(stage.world.effects).containsValue("book 2").hasSize(2);
  }

  @Test
  void whatTheFirstMessageSaidIsNotAskedAgain() {
    stage
        .texts("rdv pour une panne, c'est Favre")
        .answers("engine/greeting [rdv/creneaux kind=repair name=Favre]");
  }

  @Test
  void whatWasSaidInAPreambleIsNotAskedAgain() {
    stage.texts("c'est Favre pour une pane").answers("engine/greeting [accueil/menu]");
    stage.texts("rdv").answers("[rdv/motif]");
    stage.texts("2").answers("[rdv/creneaux kind=repair name=Favre]");
  }

  @Test
  void aKnownClientIsGreetedByHisName() {
    stage.knows(DUPONT, "Dupont");
    stage
        .texts("rdv entretien")
        .answers("engine/greeting [rdv/nom called=M. Dupont kind=maintenance]");
  }

  @Test
  void anAnswerIsFoundByKeyByWordAndWithATypingError() {
    for (String answer :
        new String[] {"2", "le 2", "2)", "depannage", "une pannes", "un dépanage"}) {
      Address from = Address.sender("+3361234567" + answer.length());
      stage.texts(from, "rdv").answers("engine/greeting [rdv/motif]");
      stage.texts(from, answer).answers("[rdv/nom kind=repair]");
      stage.texts(from, "annulez").answers("[rdv/abandon kind=repair]");
      stage.passes(Duration.ofDays(4)).answers();
    }
  }

  @Test
  void anEarlierAnswerIsCorrectedWithoutAskingTheRestAgain() {
    stage.texts("rdv entretien").answers("engine/greeting [rdv/nom kind=maintenance]");
    stage.texts("Favre").answers("[rdv/creneaux kind=maintenance name=Favre]");
    stage
        .texts("non, plutôt une panne")
        .answers("engine/noted\n[rdv/creneaux kind=repair name=Favre]");
    stage.texts("c'est Martin").answers("engine/noted\n[rdv/creneaux kind=repair name=Martin]");
  }

  @Test
  void theQuestionIsRepeatedOnDemand() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.texts("répétez").answers("engine/repeat\n[rdv/motif]");
    stage.texts("?").answers("engine/repeat\n[rdv/motif]");
    stage.texts("aide").answers("engine/help\n[rdv/motif]");
  }

  @Test
  void backGoesToTheQuestionBefore() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.texts("entretien").answers("[rdv/nom kind=maintenance]");
    stage.texts("retour").answers("engine/back\n[rdv/motif kind=maintenance]");
    stage.texts("panne").answers("[rdv/nom kind=repair]");
  }

  @Test
  void cancellingLeavesTheFlowAsItWishes() {
    stage
        .texts("rdv entretien c'est Favre")
        .answers("engine/greeting [rdv/creneaux kind=maintenance name=Favre]");
    stage.texts("annulez tout").answers("[rdv/abandon kind=maintenance name=Favre]");
    assertThat(stage.world.count("release")).isEqualTo(1);
  }

  @Test
  void aPersonIsCalledOnDemand() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.texts("je veux parler à quelqu'un").answers("[bureau/dit]");
    assertThat(stage.world.count("ticket")).isEqualTo(1);
  }

  @Test
  void whatIsNotUnderstoodIsRephrasedThenGivenAsChoicesThenToAPerson() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.texts("bla").answers("[rdv/motif-autrement]");
    stage.texts("bla bla").answers("engine/options\n[rdv/motif]");
    stage.texts("bla bla bla").answers("[bureau/dit]");
  }

  @Test
  void anAnswerAfterAMisunderstandingGoesOn() {
    stage.texts("rdv").texts("bla").texts("bla");
    stage.texts("entretien").texts("qsdf qsdf");
    stage.answers(
        "engine/greeting [rdv/motif]",
        "[rdv/motif-autrement]",
        "engine/options\n[rdv/motif]",
        "[rdv/nom kind=maintenance]",
        "engine/rephrase\n[rdv/nom kind=maintenance]");
  }

  @Test
  void anAsideComesBackToTheQuestion() {
    stage.texts("rdv entretien").answers("engine/greeting [rdv/nom kind=maintenance]");
    stage
        .texts("c'était quand déjà ?")
        .answers("[rdv/statut kind=maintenance]\nengine/resume\n[rdv/nom kind=maintenance]");
    stage.texts("Favre").answers("[rdv/creneaux kind=maintenance name=Favre]");
  }

  @Test
  void aSubjectLeftIsTakenUpWhereItWas() {
    stage.texts("rdv entretien").answers("engine/greeting [rdv/nom kind=maintenance]");
    stage.texts("je veux parler à quelqu'un").answers("[bureau/dit]");
    stage.texts("bon, et mon rdv").answers("engine/resume\n[rdv/nom kind=maintenance]");
    stage.texts("Favre").answers("[rdv/creneaux kind=maintenance name=Favre]");
  }

  @Test
  void anAnswerToAQuestionThatWasLeftIsUnderstood() {
    stage.texts("rdv entretien").answers("engine/greeting [rdv/nom kind=maintenance]");
    stage.texts("je veux parler à quelqu'un").answers("[bureau/dit]");
    stage.texts("Favre").answers("[rdv/creneaux kind=maintenance name=Favre]");
  }

  @Test
  void whatWasNotUnderstoodIsCounted() {
    stage.texts("rdv").texts("bla");
    assertThat(stage.conversations.figures()).isEqualTo(new Figures(2, 1, 0, 0, 0, 0, 0));
  }

  @Test
  void dangerGoesBeforeEverythingAndBeforeTheGreeting() {
    stage
        .texts("rdv pour une panne, ça sent le brûlé")
        .answers("[urgence/consignes]", "engine/greeting [bureau/dit]");
  }

  @Test
  void dangerInterruptsAnyQuestion() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.texts("ça sent le brûlé").answers("[urgence/consignes]", "[bureau/dit]");
  }

  @Test
  void anotherLanguageGoesToAPerson() {
    stage.texts("hello there").answers("engine/greeting [bureau/dit]");
  }

  @Test
  void anEmptyMessageGetsAPoliteQuestion() {
    stage.texts("").answers("engine/greeting engine/empty");
  }

  /// Silence would leave him waiting, and us.
  @Test
  void thanksAtAnOpenQuestionAreAnsweredWithTheQuestion() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.texts("merci").answers("engine/choose\n[rdv/motif]");
    stage.texts("entretien").answers("[rdv/nom kind=maintenance]");
  }

  @Test
  void silenceGetsOneGentleMessageAndTheAnswerStillCounts() {
    stage
        .texts("rdv entretien c'est Favre")
        .answers("engine/greeting [rdv/creneaux kind=maintenance name=Favre]");
    stage.passes(Duration.ofMinutes(21)).answers("[rdv/silence kind=maintenance name=Favre]");
    stage.passes(Duration.ofHours(5)).answers();
    stage.texts("la 1").answers("[rdv/confirme kind=maintenance name=Favre slot=1]");
    stage.passes(Duration.ofHours(5)).answers();
  }

  @Test
  void whoHasNotReceivedTheQuestionIsNotSilent() {
    stage.mailboxes.away = true;
    stage.texts("rdv entretien c'est Favre").answers();
    stage.passes(Duration.ofMinutes(21)).passes(Duration.ofDays(1)).answers();
    stage.mailboxes.away = false;
    stage
        .passes(Duration.ofMinutes(1))
        .answers("engine/greeting [rdv/creneaux kind=maintenance name=Favre]");
    stage.passes(Duration.ofMinutes(19)).answers();
    stage.passes(Duration.ofMinutes(2)).answers("[rdv/silence kind=maintenance name=Favre]");
    stage.passes(Duration.ofHours(5)).answers();
  }

  @Test
  void anAnswerInTimeDelaysTheReminder() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.passes(Duration.ofMinutes(15)).answers();
    stage.texts("entretien").answers("[rdv/nom kind=maintenance]");
    stage.passes(Duration.ofMinutes(15)).answers();
    stage.passes(Duration.ofMinutes(6)).answers("engine/silence");
  }

  @Test
  void aFlowMayBeContentWithSilence() {
    stage.texts("qsdf").answers("engine/greeting [accueil/menu]");
    stage.passes(Duration.ofHours(2)).answers();
  }

  @Test
  void aConversationEndsAfterThreeDays() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.passes(Duration.ofHours(73));
    stage.texts("entretien").answers("engine/silence", "engine/greeting [accueil/menu]");
  }

  @Test
  void aPersonTakesOverAndTheBotSpeaksAgainAfterwards() {
    stage.texts("rdv").answers("engine/greeting [rdv/motif]");
    stage.takes("Claire").answers("[bureau/prend-la-suite]");
    stage.texts("entretien").answers();
    stage.passes(Duration.ofMinutes(30)).answers();
    assertThat(stage.conversations.find(DUPONT, stage.now).orElseThrow().owner())
        .hasValueSatisfying(owner -> assertThat(owner.who()).isEqualTo("Claire"));
    stage.givesBack().answers("[bureau/rend-la-main]");
    stage.texts("rdv entretien").answers("[rdv/nom kind=maintenance]");
    assertThat(stage.conversations.find(DUPONT, stage.now).orElseThrow().stretches())
        .singleElement()
        .satisfies(stretch -> assertThat(stretch.until()).isEqualTo(stage.now));
    assertThat(stage.conversations.figures().handovers()).isEqualTo(1);
  }

  @Test
  void whoPressesTheButtonTwiceIsAnnouncedOnce() {
    stage.takes("Claire").answers("[bureau/prend-la-suite]");
    stage.passes(Duration.ofMinutes(5)).takes("Claire").answers();
    stage.givesBack().answers("[bureau/rend-la-main]");
    stage.givesBack().answers();
  }

  @Test
  void aPersonWhoForgetsToGiveBackDoesNotMuteTheBotForEver() {
    stage.takes("Claire").answers("[bureau/prend-la-suite]");
    stage.texts("rdv").answers();
    stage.passes(Duration.ofHours(13)).answers("[bureau/rend-la-main]");
    stage.texts("rdv").answers("[rdv/motif]");
  }

  @Test
  void whatTheBotHasNotSentYetIsTakenBackWhenAPersonTakesOver(Store store) {
    Stage slow =
        new Stage(store, "slow", Path.of("src/test/resources/flows"), Duration.ofSeconds(3));
    slow.texts("rdv").answers();
    slow.takes("Claire").passes(Duration.ofSeconds(5)).answers("[bureau/prend-la-suite]");
  }

  @Test
  void dangerIsHeardEvenWhileAPersonOwnsTheConversation() {
    stage.takes("Claire").answers("[bureau/prend-la-suite]");
    stage.texts("ça sent le brûlé").answers("[urgence/consignes]", "engine/greeting [bureau/dit]");
  }

  @Test
  void aConversationThatIsOverIsForgottenByTheNextSweep(Store store) {
    stage.texts("rdv").passes(Duration.ofHours(71));
    stage.conversations.sweep(stage.now);
    MongoConversations kept = new MongoConversations(store);
    assertThat(kept.find(DUPONT.key()).orElseThrow().dialogue.subject.said).isNotEmpty();
    stage.passes(Duration.ofHours(10));
    Conversation closed = kept.find(DUPONT.key()).orElseThrow();
    assertThat(closed.dialogue.subject.said).isEmpty();
    assertThat(closed.done).isEmpty();
    assertThat(closed.number).isEqualTo(1);
    assertThat(kept.openSince(stage.now, 10)).isEmpty();
  }

  @Test
  void aQuestionThatOtherCodeAskedIsAnswered() {
    stage.conversations.expect(DUPONT, "rappel/reponse", Map.of("visit", "V-1"), stage.now);
    stage.texts("ok").answers("engine/greeting [rappel/merci]");
    stage.conversations.expect(DUPONT, "rappel/reponse", Map.of("visit", "V-2"), stage.now);
    stage.texts("je serai absent").answers("[rappel/absent]");
  }

  @Test
  void aQuestionExpectedTwiceIsAnsweredOnce() {
    stage.conversations.expect(DUPONT, "rappel/reponse", Map.of("visit", "V-1"), stage.now);
    stage.conversations.expect(DUPONT, "rappel/reponse", Map.of("visit", "V-1"), stage.now);
    stage.texts("ok").answers("engine/greeting [rappel/merci]");
    stage.conversations.expect(DUPONT, "rappel/reponse", Map.of("visit", "V-1"), stage.now);
    assertThat(stage.conversations.find(DUPONT, stage.now).orElseThrow().question()).isEmpty();
  }

  @Test
  void theAddressesOfOnePersonShareOneConversation() {
    Address mailbox = Address.mailbox("dupont@example.fr");
    stage.knows(DUPONT, "Dupont");
    stage.knows(mailbox, "Dupont");
    stage
        .texts("rdv entretien")
        .answers("engine/greeting [rdv/nom called=M. Dupont kind=maintenance]");
    stage
        .texts(mailbox, "Dupont")
        .answers("[rdv/creneaux called=M. Dupont kind=maintenance name=Dupont]");
  }

  @Test
  void whoIsRecognisedOnASharedNumberIsFoundByHisOtherAddress() {
    Address mailbox = Address.mailbox("favre@example.fr");
    stage.knows(DUPONT, "Favre", "Martin");
    stage.knows(mailbox, "Favre");
    stage.texts("rdv entretien c'est Favre").texts("la 1");
    stage.answers(
        "engine/greeting [rdv/creneaux kind=maintenance name=Favre]",
        "[rdv/confirme called=M. Favre kind=maintenance name=Favre slot=1]");
    stage.texts(mailbox, "rdv").answers("[rdv/motif called=M. Favre]");
    assertThat(stage.conversations.find(mailbox, stage.now).orElseThrow().id())
        .isEqualTo(DUPONT.key() + ".1");
  }

  @Test
  void repliesSayWhatTheyAnswer() {
    stage.texts("rdv");
    Outbound reply = stage.mailboxes.sent().getFirst();
    assertThat(reply.id()).isEqualTo("twilio:node0/r0");
    assertThat(reply.replyTo()).contains(stage.now);
    assertThat(reply.needs()).isEqualTo(Level.UNKNOWN);
  }
}
