package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.understanding.Motive;
import java.util.List;
import java.util.Set;

/// Whether as many maintenance visits are ahead at that place as a contract grants a year, so that
/// a further one is probably a mistake.
///
/// - `enough`: they are listed
/// - `no`: fewer, or the visit is for something else
record PlannedAlready(Booking booking, Visits visits) implements Action {

  /// The silver contract's two; nobody has more.
  private static final int A_YEAR = 2;

  @Override
  public String name() {
    return "planned-already";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("enough", "no");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.VISITS);
  }

  @Override
  public Result run(ActionContext context) {
    String maintenance = Services.kindOf(Motive.MAINTENANCE);
    if (!context.level().allows(Level.NUMBER)
        || context.text(Vars.KIND).filter(maintenance::equals).isEmpty()) {
      return Result.of("no");
    }
    List<Visit> ahead =
        context.person().map(id -> OnFile.upcoming(id, context, booking)).orElse(List.of()).stream()
            .filter(visit -> visit.service().equals(maintenance))
            .filter(visit ->
                context.text(Vars.SITE).filter(site -> !visit.site().id().equals(site)).isEmpty())
            .toList();
    return ahead.size() < A_YEAR
        ? Result.of("no")
        : Result.of("enough")
            .with(Vars.VISITS, ahead.stream().map(visit -> visits.line(visit, false)).toList());
  }
}
