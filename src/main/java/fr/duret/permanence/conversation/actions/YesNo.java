package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.booking.Slot;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import fr.duret.permanence.understanding.dates.Wish;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears yes or no; a yes with a reservation (« oui mais pas jeudi ») is neither, nor is a no that
/// tells when instead (« non, mardi plutôt »).
record YesNo() implements Recogniser {

  @Override
  public String name() {
    return "yes-no";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("yes", "no", "reserved");
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.YES_NO);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (!hearing.asked()) {
      return Optional.empty();
    }
    return switch (hearing.heard().meaning().answer()) {
      case YES -> Optional.of(Result.of("yes"));
      case NO -> Optional.of(Result.of(wantsAnotherTime(hearing) ? "reserved" : "no"));
      case RESERVED -> Optional.of(Result.of("reserved"));
      case NONE -> Optional.empty();
    };
  }

  /// « Non, je garde mardi » names the day that the visit has.
  private static boolean wantsAnotherTime(Hearing hearing) {
    List<Wish> wanted = hearing.heard().meaning().dates().best().wanted();
    return !wanted.isEmpty()
        && Optional.ofNullable(hearing.variables().get(Vars.SLOT))
            .map(key -> Slot.ofKey(key.toString()))
            .filter(slot -> wanted.stream().noneMatch(wish -> wish.days().contains(slot.day())))
            .isPresent();
  }
}
