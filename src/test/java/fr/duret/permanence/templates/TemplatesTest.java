package fr.duret.permanence.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Purpose;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

  private static final String HEADER = "---\npurpose: service\nneeds: unknown\n";

  @TempDir Path folder;

  @BeforeEach
  void formats() throws IOException {
    Files.copy(Path.of("message-templates/formats.yaml"), folder.resolve("formats.yaml"));
  }

  @Test
  void whatTheHeaderDeclaresComesWithTheText() throws IOException {
    write("x/a.sms", "---\npurpose: survey\nneeds: number\nwantsAnswer: true\n---\nAlors ?\n");
    Rendered rendered = Templates.load(folder).render("x/a", Channel.SMS, Map.of());
    assertThat(rendered)
        .isEqualTo(new Rendered("x/a", Channel.SMS, "Alors ?", Purpose.SURVEY, Level.NUMBER, true));
  }

  @Test
  void everyErrorOfEveryFileIsToldAtOnceWithItsLine() throws IOException {
    write("a.sms", "---\npurpose: sales\nneeds: unknown\nsubject: x\n---\nA\n");
    write("b.sms", HEADER + "variables:\n  name: nom\n  who: name\n---\nB\n");
    write(
        "c.sms",
        HEADER + "variables: {name: name}\n---\nBonjour\n{{nom}} {{name.short}}\n{{>p}}\n");
    write("d.sms", HEADER + "variables: {today: flag}\n---\n{{#today}}oui\n");
    write("e.sms", "sans en-tête\n");
    write("f.fax", HEADER + "---\nF\n");
    write("g.sms", HEADER + "---\n\n");
    write("h.sms", "---\npurpose: [\n---\nH\n");
    write("i.sms", "---\npurpose: service\n---\nI\n");
    assertThatThrownBy(() -> Templates.load(folder))
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidTemplates.class))
        .extracting(InvalidTemplates::errors, InstanceOfAssertFactories.list(TemplateError.class))
        .map(error -> error.file() + ":" + error.line())
        .containsExactly(
            "a.sms.mustache:2",
            "a.sms.mustache:4",
            "b.sms.mustache:5",
            "c.sms.mustache:7",
            "c.sms.mustache:7",
            "c.sms.mustache:8",
            "d.sms.mustache:6",
            "e.sms.mustache:1",
            "f.fax.mustache:1",
            "g.sms.mustache:5",
            "h.sms.mustache:3",
            "i.sms.mustache:1");
  }

  @Test
  void aDeclaredVariableThatNoTagUsesIsAnError() throws IOException {
    write("a.sms", HEADER + "variables: {name: name}\n---\nBonjour\n");
    assertThatThrownBy(() -> Templates.load(folder))
        .hasMessageContaining("variable \"name\" is declared but not used");
  }

  @Test
  void aMissingUnknownOrWrongVariableIsAnErrorAndNeverAHole() throws IOException {
    write("a.sms", HEADER + "variables: {name: name, day: date}\n---\n{{name}} {{day.long}}\n");
    Templates templates = Templates.load(folder);
    assertThatThrownBy(
            () -> templates.render("a", Channel.SMS, Map.of("day", "demain", "nom", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a.sms.mustache: name is missing, day is no date, nom is unknown");
    assertThatThrownBy(() -> templates.render("b", Channel.SMS, Map.of()))
        .hasMessage("no template b for SMS");
    assertThatThrownBy(() -> templates.renderFrom("a", Channel.SMS, Map.of("name", "x", "z", 1)))
        .hasMessageContaining("day is missing");
  }

  @Test
  void otherTextsAreAdoptedWhole() throws IOException {
    write("a.sms", HEADER + "---\nUn\n");
    Templates templates = Templates.load(folder);
    write("a.sms", HEADER + "---\nDeux {{x}}\n");
    assertThat(Templates.salvage(folder).rejected())
        .singleElement()
        .hasToString("a.sms.mustache:5: unknown variable \"x\"");
    assertThat(templates.render("a", Channel.SMS, Map.of()).text()).isEqualTo("Un");
    write("a.sms", HEADER + "---\nTrois\n");
    templates.adopt(Templates.load(folder));
    assertThat(templates.render("a", Channel.SMS, Map.of()).text()).isEqualTo("Trois");
  }

  @Test
  void whatIsGoneOrAsksForMoreIsStillSaidAsBeforeToWhoeverIsInTheMiddleOfIt() throws IOException {
    write("a.sms", HEADER + "---\nUn\n");
    write("b.sms", HEADER + "---\nDeux\n");
    Templates templates = Templates.load(folder);
    Files.delete(folder.resolve("a.sms.mustache"));
    write("b.sms", HEADER + "variables: {who: name}\n---\nDeux pour {{who}}\n");
    templates.adopt(Templates.load(folder));
    assertThat(templates.render("a", Channel.SMS, Map.of()).text()).isEqualTo("Un");
    assertThat(templates.find("a", Channel.SMS)).isPresent();
    assertThat(templates.all()).extracting(TemplateSpec::name).containsExactly("b");
    assertThat(templates.render("b", Channel.SMS, Map.of()).text()).isEqualTo("Deux");
    assertThat(templates.render("b", Channel.SMS, Map.of("who", "Li")).text())
        .isEqualTo("Deux pour Li");
    assertThatThrownBy(() -> templates.render("c", Channel.SMS, Map.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void filesThatWereKeptReadAsTheFolderDid() throws IOException {
    write("x/a.sms", HEADER + "---\nUn\n");
    Templates kept = Templates.salvage(Templates.load(folder).files());
    assertThat(kept.rejected()).isEmpty();
    assertThat(kept.render("x/a", Channel.SMS, Map.of()).text()).isEqualTo("Un");
  }

  @Test
  void anOptionalVariableOpensItsSectionOnlyWhenGiven() throws IOException {
    write(
        "a.sms",
        HEADER + "variables: {called: name?}\n---\nMerci{{#called}} {{called}}{{/called}}.\n");
    Templates templates = Templates.load(folder);
    assertThat(templates.render("a", Channel.SMS, Map.of()).text()).isEqualTo("Merci.");
    assertThat(templates.render("a", Channel.SMS, Map.of("called", "M. Li")).text())
        .isEqualTo("Merci M. Li.");
  }

  @Test
  void whatSomebodyTypedIsOneLineOfBoundedLengthAndNeverATag() throws IOException {
    write("a.sms", HEADER + "variables: {words: text 20}\n---\n[{{words}}]\n");
    Templates templates = Templates.load(folder);
    assertThat(
            templates.render("a", Channel.SMS, Map.of("words", "a\n\tb\u0000c {{x}} <b>&")).text())
        .isEqualTo("[a b c {{x}} <b>&]");
    assertThat(templates.render("a", Channel.SMS, Map.of("words", "m".repeat(5000))).text())
        .isEqualTo("[" + "m".repeat(17) + "...]");
    assertThat(templates.render("a", Channel.SMS, Map.of("words", "x" + "😀".repeat(50))).text())
        .isEqualTo("[x" + "😀".repeat(8) + "...]");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T08:00/10:00,mardi 24 nov. 8h-10h,mardi 24 novembre entre 8h et 10h",
    "2026-12-01T14:30/16:00,mardi 1er déc. 14h30-16h,mardi 1er décembre entre 14h30 et 16h",
    "2027-01-01T10:00/12:00,vendredi 1er janv. 10h-12h,vendredi 1er janvier entre 10h et 12h",
    "2027-08-11T08:00/10:00,mercredi 11 août 8h-10h,mercredi 11 août entre 8h et 10h",
    "2027-06-30T16:00/18:00,mercredi 30 juin 16h-18h,mercredi 30 juin entre 16h et 18h"
  })
  void aSlotReadsAsPeopleSayIt(String slot, String shortForm, String longForm) throws IOException {
    write("a.web", HEADER + "variables: {slot: slot}\n---\n{{slot.short}}|{{slot.long}}\n");
    assertThat(Templates.load(folder).render("a", Channel.WEB, Map.of("slot", slot)).text())
        .isEqualTo(shortForm + "|" + longForm);
  }

  @Test
  void daysAndMomentsAreTakenAsJavaValuesToo() throws IOException {
    write(
        "a.sms",
        HEADER
            + "variables: {day: date, due: moment}\n---\n"
            + "{{day.weekday}} {{day.day}} {{day.date}} {{due.day}} {{due.hour}}\n");
    Map<String, Object> values =
        Map.of("day", LocalDate.of(2026, 11, 26), "due", LocalDateTime.of(2026, 11, 23, 9, 5));
    assertThat(Templates.load(folder).render("a", Channel.SMS, values).text())
        .isEqualTo("jeudi jeudi 26 26 novembre lundi 23 9h05");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,1 ou 2", "3,'1, 2 ou 3'"})
  void aListSaysWhatCanBeAnswered(int count, String choices) throws IOException {
    write(
        "a.sms",
        HEADER
            + "variables: {options: options}\n---\n{{#options}}\n{{number}}) {{text}}\n{{/options}}\n"
            + "{{options.choices}}{{#options.one}}!{{/options.one}}\n");
    List<String> options = List.of("un", "deux", "trois").subList(0, count);
    String text =
        Templates.load(folder).render("a", Channel.SMS, Map.of("options", options)).text();
    assertThat(text).startsWith("1) un\n").endsWith("\n" + choices + (count == 1 ? "!" : ""));
  }

  @Test
  void servicesTakeTheirPossessive() throws IOException {
    write("a.sms", HEADER + "variables: {service: service}\n---\nPour {{service.yours}}\n");
    Templates templates = Templates.load(folder);
    assertThat(templates.render("a", Channel.SMS, Map.of("service", "dépannage")).text())
        .isEqualTo("Pour votre dépannage");
    assertThat(templates.render("a", Channel.SMS, Map.of("service", "petits travaux")).text())
        .isEqualTo("Pour vos petits travaux");
  }

  @Test
  void withoutItsFormatsAFolderIsRefused() throws IOException {
    Files.writeString(folder.resolve("formats.yaml"), "date: {weekday: EEEE}\n");
    assertThatThrownBy(() -> Templates.load(folder))
        .hasMessageContaining("formats.yaml:1: \"hour.whole\" is missing");
  }

  private void write(String name, String content) throws IOException {
    Path file = folder.resolve(name + ".mustache");
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }
}
