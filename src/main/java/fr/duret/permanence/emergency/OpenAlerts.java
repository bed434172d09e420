package fr.duret.permanence.emergency;

import fr.duret.permanence.store.Store;
import java.time.Instant;

/// How many alerts wait for somebody, for whoever watches the service.
public final class OpenAlerts {

  private final MongoAlerts alerts;

  /// Those in that store.
  public OpenAlerts(Store store) {
    this.alerts = new MongoAlerts(store);
  }

  /// The alerts that can still be answered, that nobody has taken and that are not over.
  public int count(Instant now) {
    return (int) alerts.since(now.minus(Alerts.ANSWERABLE)).stream().filter(Alert::open).count();
  }
}
