package fr.duret.permanence.templates;

import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The texts of `message-templates/`, read as a client reads them.
class ShippedTemplatesTest {

  private final Templates templates = Templates.load(Path.of("message-templates"));

  @Test
  void theOpeningDialogueIsThatOfTheReadme() {
    Rendered notice =
        templates.render(
            "engine/greeting",
            Channel.SMS,
            Map.of("evening", true, "called", "M. Dupont", "company", "Duret Électricité"));
    Rendered offer =
        templates.render(
            "rdv/creneaux",
            Channel.SMS,
            Map.of(
                "service",
                "entretien",
                "slots",
                List.of(
                    "2026-11-24T08:00/10:00", "2026-11-24T10:00/12:00", "2026-11-26T08:00/10:00")));
    assertThat(notice.then(offer).text())
        .isEqualTo(
            """
            Bonsoir M. Dupont, ici l'assistant automatique de Duret Électricité. Pour votre \
            entretien, je vous propose :
            1) mardi 24 nov. 8h-10h
            2) mardi 24 nov. 10h-12h
            3) jeudi 26 nov. 8h-10h
            Répondez 1, 2 ou 3, ou dites ce qui vous arrange.\
            """);
    assertThat(
            text(
                "rdv/confirme",
                Map.of("slot", SECOND, "technician", "Gaëtan", "noted", false, "office", "Claire")))
        .isEqualTo(
            "C'est noté : mardi 24 novembre entre 10h et 12h, avec Gaetan en principe."
                + " Pour déplacer ou annuler, répondez ici.");
    assertThat(
            text(
                "rdv/deplace",
                Map.of(
                    "slot",
                    THIRD,
                    "technician",
                    "Gaëtan",
                    "old",
                    SECOND,
                    "sameDay",
                    false,
                    "noted",
                    false,
                    "office",
                    "Claire")))
        .isEqualTo(
            "C'est déplacé : jeudi 26 novembre entre 8h et 10h, avec Gaetan en principe."
                + " Le mardi 24 est libéré.");
    assertThat(
            text(
                "rappel/j2", Map.of("technician", "Gaëtan", "slot", THIRD, "service", "entretien")))
        .isEqualTo(
            "Rappel : Gaetan passe jeudi 26 novembre entre 8h et 10h pour votre entretien."
                + " C'est toujours bon ?");
    assertThat(text("rappel/ok", Map.of("called", "M. Dupont", "slot", THIRD, "first", false)))
        .isEqualTo("Merci M. Dupont, à jeudi.");
  }

  private static final String SECOND = "2026-11-24T10:00/12:00";
  private static final String THIRD = "2026-11-26T08:00/10:00";

  @Test
  void aJoinedMessageNeedsTheHigherLevelOfTheTwo() {
    Rendered start = templates.render("engine/start", Channel.SMS, Map.of());
    Rendered kept = templates.render("rdv/maintenu", Channel.SMS, Map.of("slot", SECOND));
    assertThat(start.then(kept).needs()).isEqualTo(Level.NUMBER);
    assertThat(kept.then(start).needs()).isEqualTo(Level.NUMBER);
  }

  private String text(String name, Map<String, ?> variables) {
    return templates.render(name, Channel.SMS, variables).text();
  }
}
