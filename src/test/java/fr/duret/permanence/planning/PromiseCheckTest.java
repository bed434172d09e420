package fr.duret.permanence.planning;

import static fr.duret.permanence.planning.Days.EIGHT;
import static fr.duret.permanence.planning.Days.FOUR;
import static fr.duret.permanence.planning.Days.LINE;
import static fr.duret.permanence.planning.Days.TEN;
import static fr.duret.permanence.planning.Days.crew;
import static fr.duret.permanence.planning.Days.day;
import static fr.duret.permanence.planning.Days.meeting;
import static fr.duret.permanence.planning.Days.round;
import static fr.duret.permanence.planning.Days.stop;
import static org.assertj.core.api.Assertions.assertThat;

import fr.duret.permanence.planning.PromiseCheck.Broken;
import fr.duret.permanence.planning.PromiseCheck.What;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PromiseCheckTest {

  private static final Stop DUPONT = stop("dupont", 10, 60, EIGHT);

  @Test
  void aDayThatKeepsEverythingIsFaultless() {
    assertThat(broken(round(crew("G"), DUPONT, stop("b", 20, 60, TEN)))).isEmpty();
  }

  @Test
  void comingAfterTheWindowIsLate() {
    assertThat(broken(round(crew("G"), DUPONT, stop("b", 80, 60, EIGHT))))
        .containsExactly(new Broken("b", What.LATE));
  }

  @Test
  void comingAtTheLastMinuteIsNotLate() {
    assertThat(broken(round(crew("G"), DUPONT, stop("b", 70, 60, EIGHT)))).isEmpty();
    assertThat(broken(round(crew("G"), DUPONT, stop("b", 71, 60, EIGHT)))).hasSize(1);
  }

  @Test
  void workingAfterNoonIsTooLong() {
    assertThat(broken(round(crew("G"), stop("b", 10, 121, TEN))))
        .containsExactly(new Broken("b", What.TOO_LONG));
  }

  @Test
  void aPromiseOutsideTheWorkingTimeIsTooLong() {
    Crew afternoons =
        Crew.of("G", 0, Set.of(Days.WIRING), List.of(Window.hours(14, 18)), List.of());
    assertThat(broken(round(afternoons, DUPONT)))
        .extracting(Broken::stop)
        .containsExactly("dupont");
  }

  @Test
  void comingHomeLateIsSeen() {
    assertThat(broken(round(crew("G"), stop("b", 40, 120, FOUR))))
        .containsExactly(new Broken("G", What.BACK_LATE));
  }

  @Test
  void missingAMeetingIsSeen() {
    assertThat(broken(round(crew("G", meeting(9, 10, 0)), stop("b", 30, 30, EIGHT)))).isEmpty();
    assertThat(broken(round(crew("G", meeting(9, 12, 0)), stop("b", 30, 31, EIGHT)))).isNotEmpty();
  }

  @Test
  void theWrongTechnicianIsSeen() {
    Stop alarm = Stop.of(new Work("alarm", 10, 3600, Days.ALARMS), EIGHT);
    assertThat(broken(round(crew("G"), alarm))).containsExactly(new Broken("alarm", What.NO_SKILL));
    assertThat(broken(round(crew("G"), DUPONT.pinnedTo("Lea"))))
        .containsExactly(new Broken("dupont", What.OTHER_TECHNICIAN));
  }

  @Test
  void aStopLostDoubledOrChangedIsSeen() {
    DayPlan before = day(round(crew("G"), DUPONT), round(crew("L")));

    assertThat(compared(before, round(crew("G")), round(crew("L"))))
        .containsExactly(new Broken("dupont", What.LOST));
    assertThat(compared(before, round(crew("G"), DUPONT), round(crew("L"), DUPONT)))
        .containsExactly(new Broken("dupont", What.TWICE));
    assertThat(compared(before, round(crew("G"), stop("dupont", 10, 60, TEN)), round(crew("L"))))
        .containsExactly(new Broken("dupont", What.CHANGED));
    assertThat(compared(before, round(crew("G")), round(crew("L"), DUPONT))).isEmpty();
  }

  @Test
  void aTechnicianWhoVanishesIsSeen() {
    DayPlan before = day(round(crew("G"), DUPONT), round(crew("L")));

    assertThat(compared(before, round(crew("G"), DUPONT)))
        .extracting(Broken::what)
        .containsExactly(What.CHANGED);
  }

  private static List<Broken> broken(PlannedRound round) {
    return PromiseCheck.broken(day(round), LINE);
  }

  private static List<Broken> compared(DayPlan before, PlannedRound... after) {
    return PromiseCheck.broken(before, day(after), LINE);
  }
}
