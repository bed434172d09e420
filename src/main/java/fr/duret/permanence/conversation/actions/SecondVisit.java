package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Booking;
import fr.duret.permanence.booking.Visit;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.understanding.Finding;
import fr.duret.permanence.understanding.Motive;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Finds the second visit ahead of a client, if it is that which he asks about: « mon 2e entretien,
/// c'est pour quand ? ». `with: {words: "2e, deuxième"}` are the words for it.
///
/// - `one`: this one
/// - `none`: he has fewer than two of that service
/// - `unsaid`: he asks about something else, or has no visit ahead at all
record SecondVisit(Booking booking, Visits visits) implements Action {

  @Override
  public String name() {
    return "second-visit";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("one", "none", "unsaid");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(Says.WORDS);
  }

  @Override
  public Set<String> sets() {
    return Visits.SET;
  }

  @Override
  public Result run(ActionContext context) {
    Optional<String> kind =
        context.heard().meaning().motive().map(Finding::value).map(Services::kindOf);
    boolean seen = context.level().allows(Level.NUMBER) && context.person().isPresent();
    if (!seen || !Says.saysAny(context)) {
      return Result.of("unsaid");
    }
    Optional<Visit> listed = kind.isEmpty() ? secondListed(context) : Optional.empty();
    if (listed.isPresent()) {
      return visits.into(Result.of("one"), listed.get());
    }
    String asked = kind.orElse(Services.kindOf(Motive.MAINTENANCE));
    List<Visit> all = OnFile.upcoming(context.person().orElseThrow(), context, booking);
    if (all.isEmpty()) {
      return Result.of("unsaid");
    }
    List<Visit> ahead = all.stream().filter(visit -> visit.service().equals(asked)).toList();
    return ahead.size() < 2
        ? Result.of("none").with(Vars.KIND, asked)
        : visits.into(Result.of("one"), ahead.get(1));
  }

  /// « Et le 2e ? » after a list is the second of the list, whatever it is for.
  private Optional<Visit> secondListed(ActionContext context) {
    return context.variables().get(Vars.VISITS) instanceof List<?> lines && lines.size() > 1
        ? booking
            .visit(ListChoice.field(lines.get(1), "id").toString())
            .filter(visit -> context.person().equals(Optional.of(visit.person())))
        : Optional.empty();
  }
}
