package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.understanding.dates.Dates;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Looks whether the day by which a client names his visit is that of a visit ahead of him. Its
/// constants are those of [VisitDay].
///
/// - `found`: that visit is spoken of
/// - `none`: he has visits, and none on that day
/// - `unsaid`: he names no day, or has no visit at all
record NamedDay(Booking booking, Dates dates, ZoneId zone) implements Action {

  @Override
  public String name() {
    return "named-day";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("found", "none", "unsaid");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.VISIT, Vars.DATE);
  }

  @Override
  public Set<String> parameters() {
    return VisitDay.PARAMETERS;
  }

  @Override
  public Result run(ActionContext context) {
    LocalDateTime now = LocalDateTime.ofInstant(context.now(), zone);
    Optional<VisitDay.Told> told =
        VisitDay.of(context.parameters(), dates, now).in(context.heard().text());
    Optional<String> person =
        context.level().allows(Level.NUMBER) ? context.person() : Optional.empty();
    List<Visit> ahead = person.map(id -> OnFile.upcoming(id, context, booking)).orElse(List.of());
    if (told.isEmpty() || ahead.isEmpty()) {
      return Result.of("unsaid");
    }
    return meant(ahead, told.get())
        .map(visit -> Result.of("found").with(Vars.VISIT, visit.id()))
        .orElseGet(() -> Result.of("none").with(Vars.DATE, told.get().day().toString()));
  }

  /// « Celui de jeudi » may be the Thursday after next.
  private static Optional<Visit> meant(List<Visit> ahead, VisitDay.Told told) {
    return ahead.stream()
        .filter(visit -> visit.slot().day().equals(told.day()))
        .findFirst()
        .or(() ->
            ahead.stream()
                .filter(_ -> !told.dated())
                .filter(visit -> visit.slot().day().getDayOfWeek() == told.day().getDayOfWeek())
                .findFirst());
  }
}
