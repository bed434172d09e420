package fr.duret.permanence;

import fr.duret.permanence.conversation.actions.Alarms;
import fr.duret.permanence.emergency.Alerts;
import fr.duret.permanence.emergency.Danger;
import fr.duret.permanence.emergency.Standing;
import fr.duret.permanence.message.Address;
import java.time.Instant;
import java.util.Optional;

/// Joins the alarms of conversations to the on-call alerts.
///
/// @param alerts the alerts under way
record AlarmsRaised(Alerts alerts) implements Alarms {

  @Override
  public boolean raise(
      String cause, Address from, Optional<String> person, String words, Instant at) {
    return alerts.raise(new Danger(cause, from, person, words, at));
  }

  @Override
  public boolean more(
      String cause, Address from, Optional<String> person, String words, Instant at) {
    return alerts.more(new Danger(cause, from, person, words, at));
  }

  @Override
  public Optional<Standing> standing(Address from, Instant at) {
    return alerts.standing(from, at);
  }

  @Override
  public void over(Address from, String words, Instant at) {
    alerts.over(from, words, at);
  }
}
