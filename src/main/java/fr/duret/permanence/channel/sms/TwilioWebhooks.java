package fr.duret.permanence.channel.sms;

import static fr.duret.permanence.http.Handlers.blocking;

import com.twilio.security.RequestValidator;
import fr.duret.permanence.http.BadRequest;
import fr.duret.permanence.journal.Receipt;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Inbound;
import fr.duret.permanence.outbox.Report;
import fr.duret.permanence.settings.Settings;
import fr.duret.permanence.store.Store;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Handler;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/// What Twilio posts to us: received messages and reports on those we sent.
///
/// A message is on disk before it is answered. The same one posted again is answered alike and does
/// nothing more. While the store is away the answer is 503; what was missed is fetched later.
public final class TwilioWebhooks {

  private static final Logger LOG = LoggerFactory.getLogger(TwilioWebhooks.class);

  /// The counter of bodies that are too large to be read, here and elsewhere.
  public static final String REFUSED_BODIES = "permanence.http.bodies.refused";

  private static final String NOTHING_TO_SAY =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

  private final RequestValidator signatures;
  private final String account;
  private final Set<Address> numbers;
  private final String publicUrl;
  private final Function<Inbound, Receipt> journal;
  private final Predicate<Report> outbox;
  private final InstantSource clock;
  private final Counter forged;
  private final Counter strange;
  private final Counter foreign;
  private final Counter refusedBodies;
  private final Outage outage = new Outage();

  /// Webhooks of that account.
  ///
  /// @param publicUrl where Twilio reaches us: what its signatures are computed with
  /// @param journal where messages are written down: [fr.duret.permanence.journal.Journal#receive]
  /// @param outbox who is told of reports: [fr.duret.permanence.outbox.Outbox#delivered]
  /// @param clock the business clock
  /// @param meters counts `permanence.twilio.forged` (wrong signature, or no form that could be
  ///   signed), `permanence.twilio.strange` (signed, but not understood),
  ///   `permanence.twilio.foreign` (signed, but of another account: refused; to a number that is
  ///   not configured: taken) and [#REFUSED_BODIES]
  public TwilioWebhooks(
      Settings.Twilio settings,
      URI publicUrl,
      Function<Inbound, Receipt> journal,
      Predicate<Report> outbox,
      InstantSource clock,
      MeterRegistry meters) {
    this.signatures = new RequestValidator(settings.authToken());
    this.account = settings.accountSid();
    this.numbers =
        settings.senders().stream()
            .map(sender -> Address.sender(sender.from()))
            .collect(Collectors.toSet());
    this.publicUrl = TwilioUrls.base(publicUrl);
    this.journal = journal;
    this.outbox = outbox;
    this.clock = clock;
    this.forged = meters.counter("permanence.twilio.forged");
    this.strange = meters.counter("permanence.twilio.strange");
    this.foreign = meters.counter("permanence.twilio.foreign");
    this.refusedBodies = meters.counter(REFUSED_BODIES);
  }

  /// Calls `action` when the store takes messages again after it did not.
  public void onRecovery(Runnable action) {
    outage.onEnd(action);
  }

  /// Adds the webhooks to a router. They read their bodies themselves: mount them before any
  /// handler that reads bodies.
  public void mount(Router router) {
    router.post(TwilioUrls.SMS).handler(reading(this::sms));
    router.post(TwilioUrls.STATUS).handler(reading(this::status));
  }

  private Handler<RoutingContext> reading(BiConsumer<RoutingContext, String> work) {
    return context ->
        SmallBody.read(
            context,
            body -> blocking(same -> work.accept(same, body)).handle(context),
            refusedBodies::increment);
  }

  private void sms(RoutingContext context, String body) {
    TwilioForm form = verified(context, body);
    noteForgotten(form.text("To").filter(to -> !to.isBlank()).map(Address::sender));
    Inbound message =
        understood(() ->
            ReceivedSms.of(
                form.messageSid(),
                form.from(),
                form.text("To").orElse(""),
                form.text("Body").orElse(""),
                form.media(),
                clock.instant()));
    Receipt receipt = stored(() -> journal.apply(message));
    try (var _ = MDC.putCloseable("trace", receipt.trace())) {
      LOG.info("a text message is in the journal");
    }
    context.response().putHeader("Content-Type", "text/xml").end(NOTHING_TO_SAY);
  }

  private void status(RoutingContext context, String body) {
    TwilioForm form = verified(context, body);
    String sid = understood(form::messageSid);
    Optional<String> ours = context.queryParam(TwilioUrls.MESSAGE).stream().findFirst();
    Optional<Report.Status> status = form.text("MessageStatus").flatMap(TwilioStatus::of);
    if (ours.isEmpty() || status.isEmpty()) {
      strange.increment();
    } else {
      String code = form.text("ErrorCode").orElse("");
      Report report = new Report(ours.get(), sid, status.get(), code, clock.instant());
      boolean known = stored(() -> outbox.test(report));
      strange.increment(known ? 0 : 1);
    }
    context.response().setStatusCode(204).end();
  }

  private TwilioForm verified(RoutingContext context, String body) {
    // Nobody can have signed what is no form: whoever posts that is not Twilio.
    Optional<TwilioForm> parsed = TwilioForm.parse(body);
    if (parsed.isEmpty() || !signed(context, parsed.get())) {
      forged.increment();
      throw new BadRequest(403, "the signature is missing or wrong");
    }
    TwilioForm form = parsed.get();
    form.text("AccountSid").filter(named -> !named.equals(account)).ifPresent(_ -> foreign());
    return form;
  }

  private boolean signed(RoutingContext context, TwilioForm form) {
    String url = publicUrl + context.request().uri();
    String signature = context.request().getHeader("X-Twilio-Signature");
    return signature != null && signatures.validate(url, form.values(), signature);
  }

  private void foreign() {
    foreign.increment();
    LOG.warn("a signed webhook is for an account that the configuration has not");
    throw new BadRequest(403, "this account is not configured here");
  }

  /// Our account received it, so it is a message to us, perhaps of danger: it is taken, and the
  /// operator told of the number that the configuration lacks.
  private void noteForgotten(Optional<Address> to) {
    if (to.isPresent() && !numbers.contains(to.get())) {
      foreign.increment();
      LOG.warn("a message came to a number of our account that the configuration has not");
    }
  }

  private <T> T understood(Supplier<T> reading) {
    try {
      return reading.get();
    } catch (BadRequest refused) {
      strange.increment();
      throw refused;
    }
  }

  private <T> T stored(Supplier<T> writing) {
    T result;
    try {
      result = writing.get();
    } catch (RuntimeException e) {
      if (Store.isUnavailable(e)) {
        outage.failed();
      }
      throw e;
    }
    outage.worked();
    return result;
  }
}
