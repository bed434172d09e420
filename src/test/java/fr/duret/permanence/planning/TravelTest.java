package fr.duret.permanence.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntBiFunction;
import org.junit.jupiter.api.Test;

class TravelTest {

  @Test
  void placesGetRowsInTheOrderInWhichTheyCome() {
    TravelTable<Integer> table = table((from, to) -> to - from + 1000);
    table.addAll(List.of(10, 20, 10));

    assertThat(table.row(20)).isEqualTo(1);
    assertThat(table.row(40)).isEqualTo(2);
    assertThat(table.matrix().size()).isEqualTo(3);
    assertThat(table.matrix().seconds(0, 2)).isEqualTo(1030);
    assertThat(table.matrix().seconds(2, 0)).isEqualTo(970);
    assertThat(table.matrix().seconds(1, 1)).isZero();
  }

  @Test
  void aNewPlaceAsksOnlyForItsOwnPairs() {
    List<String> asked = new ArrayList<>();
    TravelTable<Integer> table =
        table((from, to) -> {
          if (!from.equals(to)) {
            asked.add(from + ">" + to);
          }
          return 1;
        });
    table.addAll(List.of(1, 2, 3));
    asked.clear();
    TravelMatrix before = table.matrix();

    table.row(4);

    assertThat(asked).containsExactlyInAnyOrder("1>4", "2>4", "3>4", "4>1", "4>2", "4>3");
    assertThat(before.size()).isEqualTo(3);
  }

  @Test
  void placesThatCameOneByOneAreCounted() {
    TravelTable<Integer> table = table((from, to) -> 1);
    table.addAll(List.of(1, 2, 3));

    table.row(3);
    table.row(4);
    table.row(4);
    table.row(5);

    assertThat(table.addedSingly()).isEqualTo(2);
  }

  @Test
  void manyPlacesAreAskedForInOneCallEachWay() {
    List<String> calls = new ArrayList<>();
    TravelTable<Integer> table =
        new TravelTable<>((from, to) -> {
          calls.add(from.size() + "x" + to.size());
          return new int[from.size()][to.size()];
        });
    table.addAll(List.of(1, 2, 3));
    table.addAll(List.of(3, 4, 5));

    assertThat(calls).containsExactly("3x3", "0x3", "2x5", "3x2");
  }

  private static TravelTable<Integer> table(ToIntBiFunction<Integer, Integer> between) {
    return new TravelTable<>((from, to) ->
        from.stream()
            .map(start -> to.stream().mapToInt(end -> between.applyAsInt(start, end)).toArray())
            .toArray(int[][]::new));
  }

  @Test
  void theMarginCoversTrafficAndParkingButNotStayingInPlace() {
    assertThat(TravelMargin.USUAL.on(0)).isZero();
    assertThat(TravelMargin.USUAL.on(601)).isEqualTo(601 + 61 + 180);
    assertThat(TravelMargin.NONE.on(601)).isEqualTo(601);
  }
}
