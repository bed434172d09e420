package fr.duret.permanence;

import fr.duret.permanence.desk.Counts;
import fr.duret.permanence.desk.Desk;
import fr.duret.permanence.http.Handlers;
import fr.duret.permanence.journal.Handler;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.outbox.Outbox;
import fr.duret.permanence.outbox.Owed;
import fr.duret.permanence.outbox.State;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What is counted and timed, for Prometheus; `docs/operating.md` lists the names.
final class Metrics {

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer turns =
      Timer.builder("permanence.turn")
          .description("time to deal with what an address has sent")
          .publishPercentiles(0.5, 0.99)
          .register(registry);

  Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
  }

  /// Where the parts register what they count themselves.
  MeterRegistry registry() {
    return registry;
  }

  /// The handler, timed.
  Handler timed(Handler handler) {
    return address -> turns.record(() -> handler.handle(address));
  }

  /// Follows the journal, the outbox and the desk.
  void follow(Journal journal, Outbox outbox, Desk desk, InstantSource clock) {
    count("permanence.journal.received", journal, all -> all.figures().received());
    count("permanence.journal.repeated", journal, all -> all.figures().repeated());
    count("permanence.journal.handled", journal, all -> all.figures().handled());
    count("permanence.journal.failures", journal, all -> all.figures().failures());
    count("permanence.journal.set.aside", journal, all -> all.figures().setAside());
    for (State state : new State[] {State.OWED, State.UNKNOWN}) {
      Gauge.builder("permanence.outbox.oldest", outbox, all -> age(all, state, clock.instant()))
          .tag("state", state.name())
          .description("age in seconds of the oldest message that stands there")
          .register(registry);
    }
    tickets(desk, clock, "open", Counts::open);
    tickets(desk, clock, "taken", Counts::taken);
    tickets(desk, clock, "urgent", Counts::urgent);
    tickets(desk, clock, "overdue", Counts::overdue);
  }

  /// Adds `/metrics` to a router.
  void mount(Router router) {
    router
        .get("/metrics")
        .handler(
            Handlers.blocking(context ->
                context
                    .response()
                    .putHeader("content-type", "text/plain; version=0.0.4; charset=utf-8")
                    .end(registry.scrape())));
  }

  private <T> void count(String name, T source, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, source, value).register(registry);
  }

  private void tickets(
      Desk desk, InstantSource clock, String kind, ToDoubleFunction<Counts> value) {
    Gauge.builder(
            "permanence.tickets", desk, all -> value.applyAsDouble(all.counts(clock.instant())))
        .tag("kind", kind)
        .register(registry);
  }

  private static double age(Outbox outbox, State state, Instant now) {
    return outbox.list(Optional.of(state), Optional.empty(), 1).stream()
        .map(Owed::owedAt)
        .mapToDouble(owed -> Duration.between(owed, now).toSeconds())
        .findFirst()
        .orElse(0);
  }
}
