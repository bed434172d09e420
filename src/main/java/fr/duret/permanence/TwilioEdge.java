package fr.duret.permanence;

import fr.duret.permanence.channel.sms.TwilioAccount;
import fr.duret.permanence.channel.sms.TwilioCatchUp;
import fr.duret.permanence.channel.sms.TwilioTransport;
import fr.duret.permanence.channel.sms.TwilioWebhooks;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Purpose;
import fr.duret.permanence.outbox.Transport;
import fr.duret.permanence.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Everything that speaks with Twilio, joined to the core.
final class TwilioEdge implements AutoCloseable {

  private final Settings.Twilio settings;
  private final URI publicUrl;
  private final InstantSource clock;
  private final TwilioAccount account;
  private final TwilioTransport transport;
  private volatile Function<Address, Optional<String>> writtenTo = to -> Optional.empty();
  private Optional<TwilioCatchUp> catchUp = Optional.empty();

  /// Opens the account; nothing is asked of Twilio before [#start].
  TwilioEdge(Settings.Twilio settings, URI publicUrl, InstantSource clock) {
    this.settings = settings;
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.account = new TwilioAccount(settings);
    this.transport =
        new TwilioTransport(account, settings, publicUrl, clock, to -> writtenTo.apply(to));
  }

  /// What carries our text messages.
  Transport transport() {
    return transport;
  }

  /// Whether messages of that purpose leave from a number that people can answer.
  boolean twoWay(Channel channel, Purpose purpose) {
    String name = purpose.name().toLowerCase(Locale.ROOT);
    return channel == Channel.SMS
        && settings.senders().stream()
            .filter(Settings.Sender::twoWay)
            .anyMatch(one -> one.purposes().isEmpty() || one.purposes().contains(name));
  }

  /// Adds the webhooks and begins to fetch what was missed.
  void start(Router router, Base base, MeterRegistry meters) {
    writtenTo = base.journal()::lastWrittenTo;
    TwilioCatchUp missed =
        new TwilioCatchUp(
            account, settings, base.store(), base.journal(), clock, base.nanos(), meters);
    TwilioWebhooks webhooks =
        new TwilioWebhooks(
            settings, publicUrl, base.journal()::receive, base.outbox()::delivered, clock, meters);
    webhooks.onRecovery(missed::wake);
    transport.onRecovery(missed::wake);
    webhooks.mount(router);
    missed.start();
    catchUp = Optional.of(missed);
  }

  @Override
  public void close() {
    catchUp.ifPresent(TwilioCatchUp::close);
    account.close();
  }
}
