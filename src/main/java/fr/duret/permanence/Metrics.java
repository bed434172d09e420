package fr.duret.permanence;

import fr.duret.permanence.channel.sms.TwilioWebhooks;
import fr.duret.permanence.conversation.Conversations;
import fr.duret.permanence.conversation.Figures;
import fr.duret.permanence.desk.Counts;
import fr.duret.permanence.emergency.OpenAlerts;
import fr.duret.permanence.http.Handlers;
import fr.duret.permanence.journal.Handler;
import fr.duret.permanence.journal.Journal;
import fr.duret.permanence.outbox.State;
import io.micrometer.core.instrument.Counter;
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
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What is counted and timed, for Prometheus; `docs/operating.md` lists the names.
final class Metrics {

  /// Of what is faster or slower than this no histogram is needed.
  private static final Duration SHORTEST = Duration.ofMillis(1);

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Timer turns = timer("permanence.turn", "time to deal with what an address sent");

  private final Counter refusedBodies = registry.counter(TwilioWebhooks.REFUSED_BODIES);

  Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
  }

  /// Where the parts register what they count themselves.
  MeterRegistry registry() {
    return registry;
  }

  /// Counts the bodies that were too large to be read.
  Counter refusedBodies() {
    return refusedBodies;
  }

  /// The handler, timed.
  Handler timed(Handler handler) {
    return address -> turns.record(() -> handler.handle(address));
  }

  /// Follows what the parts of the product count.
  void follow(Core core) {
    journal(core.base().journal());
    dialogue(core.conversations());
    outbox(core.base());
    alerts(core);
    Gauge.builder("permanence.dialogue.errors", core, all -> all.problemsOfFiles().size())
        .description("errors that keep saved flows and templates from being in force")
        .register(registry);
    tickets(core, "open", Counts::open);
    tickets(core, "taken", Counts::taken);
    tickets(core, "urgent", Counts::urgent);
    tickets(core, "overdue", Counts::overdue);
  }

  /// As Prometheus reads it.
  String text() {
    return registry.scrape();
  }

  private void misunderstandings(
      Conversations conversations, String then, ToDoubleFunction<Figures> value) {
    FunctionCounter.builder(
            "permanence.misunderstandings",
            conversations,
            all -> value.applyAsDouble(all.figures()))
        .tag("then", then)
        .description("texts that were not understood, by what was done then")
        .register(registry);
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
                    .end(text())));
  }

  /// A timer whose percentiles Prometheus can compute over all nodes.
  private Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .minimumExpectedValue(SHORTEST)
        .maximumExpectedValue(LONGEST)
        .register(registry);
  }

  private void journal(Journal journal) {
    count("permanence.journal.received", journal, all -> all.figures().received());
    count("permanence.journal.repeated", journal, all -> all.figures().repeated());
    count("permanence.journal.handled", journal, all -> all.figures().handled());
    count("permanence.journal.failures", journal, all -> all.figures().failures());
    count("permanence.journal.set.aside", journal, all -> all.figures().setAside());
  }

  private void dialogue(Conversations conversations) {
    count("permanence.turns", conversations, all -> all.figures().turns());
    count("permanence.turns.silences", conversations, all -> all.figures().silences());
    count("permanence.turns.replayed", conversations, all -> all.figures().replayed());
    count("permanence.handovers", conversations, all -> all.figures().handovers());
    misunderstandings(conversations, "rephrased", Figures::rephrased);
    misunderstandings(conversations, "choices", Figures::choices);
    misunderstandings(conversations, "person", Figures::toPerson);
  }

  private void outbox(Base base) {
    for (State state : new State[] {State.OWED, State.UNKNOWN}) {
      Gauge.builder("permanence.outbox.oldest", base, all -> age(all, state))
          .tag("state", state.name().toLowerCase(Locale.ROOT))
          .baseUnit("seconds")
          .description("how long the oldest message that may leave has stood there")
          .register(registry);
    }
    messages(base, "sent", fr.duret.permanence.outbox.Figures::sent);
    messages(base, "failed", fr.duret.permanence.outbox.Figures::failed);
    messages(base, "refused", fr.duret.permanence.outbox.Figures::refused);
  }

  private void messages(
      Base base, String end, ToDoubleFunction<fr.duret.permanence.outbox.Figures> value) {
    FunctionCounter.builder(
            "permanence.outbox.messages", base, all -> value.applyAsDouble(all.outbox().figures()))
        .tag("end", end)
        .description("messages by how they ended")
        .register(registry);
  }

  private <T> void count(String name, T source, ToDoubleFunction<T> value) {
    FunctionCounter.builder(name, source, value).register(registry);
  }

  private void alerts(Core core) {
    OpenAlerts alerts = new OpenAlerts(core.base().store());
    Gauge.builder("permanence.alerts.open", core, all -> alerts(all, alerts))
        .description("alerts that nobody of the rota has taken yet")
        .register(registry);
  }

  private static double alerts(Core core, OpenAlerts alerts) {
    return core.base().store().alive() ? alerts.count(core.base().clock().instant()) : Double.NaN;
  }

  private void tickets(Core core, String kind, ToDoubleFunction<Counts> value) {
    Gauge.builder("permanence.tickets", core, all -> tickets(all, value))
        .tag("kind", kind)
        .description("tickets that a person must deal with")
        .register(registry);
  }

  /// Without a store nothing is known, and asking would only hold the scrape up.
  private static double tickets(Core core, ToDoubleFunction<Counts> value) {
    return core.base().store().alive()
        ? value.applyAsDouble(core.desk().counts(core.base().clock().instant()))
        : Double.NaN;
  }

  private static double age(Base base, State state) {
    if (!base.store().alive()) {
      return Double.NaN;
    }
    Instant now = base.clock().instant();
    return base.outbox()
        .oldest(state)
        .map(since -> (double) Duration.between(since, now).toSeconds())
        .orElse(0.0);
  }
}
