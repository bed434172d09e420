package fr.duret.permanence.technicians;

import fr.duret.permanence.company.Hours;
import fr.duret.permanence.technicians.FreeTime.Taken;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is left of half-days when things take parts of them.
final class HalfDays {

  private HalfDays() {}

  /// The part of a block that falls on that day.
  static Optional<Hours> on(LocalDate day, Block block) {
    LocalDateTime start = day.atStartOfDay();
    LocalDateTime end = day.plusDays(1).atStartOfDay();
    if (!block.from().isBefore(end) || !block.to().isAfter(start)) {
      return Optional.empty();
    }
    LocalTime from = block.from().isBefore(start) ? LocalTime.MIN : block.from().toLocalTime();
    LocalTime to = block.to().isBefore(end) ? block.to().toLocalTime() : LocalTime.MAX;
    return Optional.of(new Hours(from, to));
  }

  /// The parts inside the half-day, cut at its ends, in order, those that overlap joined.
  static List<Taken> inside(Hours half, List<Taken> taken) {
    List<Taken> sorted =
        taken.stream()
            .filter(one -> one.hours().from().isBefore(half.to()))
            .filter(one -> one.hours().to().isAfter(half.from()))
            .map(one -> new Taken(cut(one.hours(), half), one.atAgency()))
            .sorted(Comparator.comparing(one -> one.hours().from()))
            .toList();
    List<Taken> joined = new ArrayList<>();
    for (Taken next : sorted) {
      if (!joined.isEmpty() && next.hours().from().isBefore(joined.getLast().hours().to())) {
        joined.add(join(joined.removeLast(), next));
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  /// Whether nothing of the half-day is left.
  static boolean isFull(Hours half, List<Taken> inside) {
    LocalTime free = half.from();
    for (Taken taken : inside) {
      if (taken.hours().from().isAfter(free)) {
        return false;
      }
      free = later(free, taken.hours().to());
    }
    return !free.isBefore(half.to());
  }

  private static Hours cut(Hours hours, Hours half) {
    LocalTime from = later(hours.from(), half.from());
    LocalTime to = hours.to().isBefore(half.to()) ? hours.to() : half.to();
    return new Hours(from, to);
  }

  private static Taken join(Taken first, Taken second) {
    Hours hours = new Hours(first.hours().from(), later(first.hours().to(), second.hours().to()));
    return new Taken(hours, first.atAgency() && second.atAgency());
  }

  private static LocalTime later(LocalTime a, LocalTime b) {
    return a.isAfter(b) ? a : b;
  }
}
