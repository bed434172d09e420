package fr.duret.permanence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions;
import fr.duret.permanence.settings.SettingsReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page in a real browser: the dialogue of the README, and what the office sees.
class HandsetPageIT {

  private static final double PATIENCE_MS = 30_000;
  private static final Path CHROMIUM =
      Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

  @TempDir private Path data;

  @Test
  void aStrangerHasTheDialogueOfTheReadmeInTheBrowser() throws IOException {
    inTheBrowser(page -> {
      talk(page);
      page.locator("#after").click();
      assertThat(page.locator("#dayname")).containsText("jeudi 26 novembre");
      assertThat(page.locator("#round-list")).containsText("Dupont");
      page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "simulateur.png")));
    });
  }

  /// What is written while the clock runs would be read at a time that nobody chose.
  @Test
  void whileTheClockRunsNothingCanBeWritten() throws IOException {
    inTheBrowser(page -> {
      List<Route> held = new ArrayList<>();
      page.route("**/simulateur/api/clock", route -> hold(route, held));
      page.locator("[data-advance=PT1H]").click();
      page.waitForCondition(() -> !held.isEmpty());
      assertThat(page.locator(".phone textarea").first()).isDisabled();
      assertThat(page.locator("[data-advance=P2D]")).isDisabled();
      held.getFirst().resume();
      assertThat(page.locator("#now")).containsText("19:30");
      assertThat(page.locator(".phone textarea").first()).isEnabled();
    });
  }

  @Test
  void theRoundsShowWhatKeepsTechniciansFromVisits() throws IOException {
    inTheBrowser(page -> {
      Locator rounds = page.locator("#round-list");
      assertThat(rounds).containsText("Chantier école de Poisy");
      page.locator("#after").click();
      page.locator("#after").click();
      assertThat(page.locator("#dayname")).containsText("mercredi 25 novembre");
      assertThat(rounds.locator(".busy").first()).containsText("réunion");
      assertThat(rounds).containsText("8h-9h");
      assertThat(rounds).containsText("absence");
    });
  }

  @Test
  void nothingIsWiderThanTheWindowAndNumbersAreWrittenAlike() throws IOException {
    inTheBrowser(page -> {
      say(page.locator(".phone").first(), "Bonjour, j'aimerais parler à Claire svp");
      hears(page.locator(".phone").first(), "Claire");
      for (int width : new int[] {390, 768, 1280}) {
        page.setViewportSize(width, 900);
        for (String tab : List.of("rounds", "tickets", "journal")) {
          page.locator("[data-tab=" + tab + "]").click();
          assertThat(page.locator("#" + tab + " li").first()).isVisible();
          Object wider =
              page.evaluate(
                  "document.documentElement.scrollWidth - document.documentElement.clientWidth");
          Assertions.assertThat(wider).as(tab + " at " + width).isEqualTo(0);
        }
      }
      assertThat(page.locator("body")).containsText("06 12 34 56 78");
      assertThat(page.locator("body")).not().containsText("+336");
    });
  }

  private void inTheBrowser(Consumer<Page> test) throws IOException {
    assumeTrue(
        Files.isExecutable(CHROMIUM),
        () -> "no Chromium at " + CHROMIUM + "; install it or set CHROMIUM");
    var settings = SettingsReader.demo(0, "embedded:" + data, Map.of(), Path.of("."));
    try (Application demo =
            Application.demo(settings, LocalDateTime.parse("2026-11-22T18:30"), true);
        Playwright playwright = Playwright.create();
        Browser browser = playwright.chromium().launch(options())) {
      Page page =
          browser.newPage(
              new Browser.NewPageOptions().setViewportSize(1400, 900).setLocale("fr-FR"));
      page.setDefaultTimeout(PATIENCE_MS);
      page.navigate("http://127.0.0.1:" + demo.port() + "/simulateur");
      test.accept(page);
    }
  }

  /// The clock's way is kept back, looking at it is not.
  private static void hold(Route route, List<Route> held) {
    if (route.request().method().equals("POST")) {
      held.add(route);
    } else {
      route.resume();
    }
  }

  private static void talk(Page page) {
    Locator phone = page.locator(".phone").first();
    say(phone, "Bonsoir je voudrais un rdv pour l'entretien annuel svp, plutot mardi matin");
    hears(phone, "1) mardi 24 nov. 8h-10h");
    say(phone, "la 2");
    hears(phone, "C'est noté : mardi 24 novembre entre 10h et 12h");
    say(phone, "finalement jeudi 26 c mieux");
    hears(phone, "C'est déplacé : jeudi 26 novembre entre 8h et 10h");
    page.getByText("2 jours").click();
    hears(phone, "Rappel : Gaetan passe jeudi 26 novembre");
    say(phone, "ok");
    hears(phone, "Merci M. Dupont, à jeudi.");
    assertThat(page.locator("#now")).containsText("24 novembre");
  }

  private static void say(Locator phone, String text) {
    phone.locator("textarea").fill(text);
    phone.locator("form button").click();
  }

  private static void hears(Locator phone, String text) {
    assertThat(phone.locator(".bubbles .in").last())
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE_MS));
  }

  private static BrowserType.LaunchOptions options() {
    return new BrowserType.LaunchOptions()
        .setExecutablePath(CHROMIUM)
        .setArgs(
            List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync"));
  }
}
