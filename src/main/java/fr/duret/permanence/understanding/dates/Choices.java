package fr.duret.permanence.understanding.dates;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Decides the forks of one parse and remembers which were met: the first reading everywhere,
/// except at one fork that an alternative takes the other way.
final class Choices {

  private final Set<Ambiguity> met = EnumSet.noneOf(Ambiguity.class);
  private final @Nullable Ambiguity turned;

  Choices(@Nullable Ambiguity turned) {
    this.turned = turned;
  }

  /// Whether the first reading is to be taken.
  boolean first(Ambiguity fork) {
    met.add(fork);
    return fork != turned;
  }

  Set<Ambiguity> met() {
    return EnumSet.copyOf(met);
  }

  /// How likely this way through the forks is.
  double likelihood() {
    double likelihood = 1;
    for (Ambiguity fork : met) {
      likelihood *= fork == turned ? 1 - fork.prior() : fork.prior();
    }
    return likelihood;
  }
}
