package fr.duret.permanence.outbox;

import fr.duret.permanence.message.Outbound;
import java.time.Duration;

/// Stands for the channels that are not configured: what is owed there fails at once, aloud.
enum NoTransport implements Transport {
  INSTANCE;

  @Override
  public Attempt send(Outbound message) {
    return new Attempt.Rejected("no-transport", "this channel is not configured");
  }

  @Override
  public Duration timeout() {
    return Duration.ZERO;
  }

  @Override
  public Duration settleAfter() {
    return Duration.ZERO;
  }

  @Override
  public Finding settle(Doubt doubt) {
    return new Finding.NeverLeft();
  }
}
