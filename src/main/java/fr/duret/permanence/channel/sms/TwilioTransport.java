package fr.duret.permanence.channel.sms;

import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.rest.api.v2010.account.Message;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.outbox.Attempt;
import fr.duret.permanence.outbox.Finding;
import fr.duret.permanence.outbox.Transport;
import fr.duret.permanence.settings.Settings;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Sends text messages through Twilio.
///
/// A POST is not idempotent there: where it is not certain that it failed, the answer is *unknown*,
/// and the list of messages settles it.
public final class TwilioTransport implements Transport {

  /// Twilio's list may lag behind what it has accepted.
  private static final Duration SETTLE_AFTER = Duration.ofSeconds(60);

  /// The machine's clock and Twilio's need not agree better than this.
  private static final Duration CLOCKS = Duration.ofMinutes(5);

  private static final Duration SPARE = Duration.ofSeconds(2);

  private final TwilioAccount account;
  private final Senders senders;
  private final URI publicUrl;
  private final InstantSource clock;
  private final Function<Address, Optional<String>> writtenTo;
  private final Outage outage = new Outage();

  /// A transport of that account.
  ///
  /// @param publicUrl where Twilio reaches us, for status callbacks
  /// @param clock the business clock
  /// @param writtenTo which number of ours somebody last wrote to: it is what he knows us by
  public TwilioTransport(
      TwilioAccount account,
      Settings.Twilio settings,
      URI publicUrl,
      InstantSource clock,
      Function<Address, Optional<String>> writtenTo) {
    this.account = account;
    this.senders = new Senders(settings.senders());
    this.publicUrl = publicUrl;
    this.clock = clock;
    this.writtenTo = writtenTo;
  }

  /// Calls `action` when Twilio answers again after it did not: it may have received messages that
  /// never reached us.
  public void onRecovery(Runnable action) {
    outage.onEnd(action);
  }

  @Override
  public Duration timeout() {
    return account.longest().plus(SPARE);
  }

  @Override
  public Duration settleAfter() {
    return SETTLE_AFTER;
  }

  @Override
  public Attempt send(Outbound message) {
    if (message.to().kind() != Address.Kind.PHONE) {
      return new Attempt.Rejected("no-phone", "the address is no telephone number");
    }
    Optional<String> from = senders.of(message, writtenTo);
    if (from.isEmpty()) {
      return new Attempt.Rejected("no-sender", "no sender of ours may send this");
    }
    URI callback = TwilioUrls.status(publicUrl, message.id());
    try {
      String sid = account.send(message.to().value(), from.get(), message.text(), callback);
      outage.worked();
      return new Attempt.Sent(sid);
    } catch (RateLimited tooMany) {
      return new Attempt.TryLater(tooMany.after());
    } catch (ApiException refused) {
      return TwilioErrors.attempt(refused);
    } catch (ApiConnectionException unanswered) {
      outage.failed();
      return unanswered(unanswered);
    }
  }

  @Override
  public Finding settle(Doubt doubt) {
    Duration ago = Duration.between(doubt.attempted(), clock.instant()).plus(CLOCKS);
    try {
      return found(doubt, account.sentTo(doubt.message().to().value(), ago), ago);
    } catch (RateLimited tooMany) {
      return new Finding.AskLater(tooMany.after());
    }
  }

  private Finding found(Doubt doubt, TwilioAccount.Listing sent, Duration ago) {
    outage.worked();
    Instant since = sent.now().minus(ago);
    return sent.messages().stream()
        .filter(message -> message.getDirection() != Message.Direction.INBOUND)
        .filter(message -> doubt.message().text().equals(message.getBody()))
        .filter(message -> !message.getDateCreated().toInstant().isBefore(since))
        .map(Message::getSid)
        .filter(Predicate.not(doubt.attributed()))
        .findFirst()
        .<Finding>map(Finding.Left::new)
        .orElseGet(Finding.NeverLeft::new);
  }

  /// Without a connection nothing has left.
  private static Attempt unanswered(ApiConnectionException e) {
    Throwable cause = e.getCause();
    return cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException
        ? new Attempt.TryLater(Duration.ZERO)
        : new Attempt.Unknown(String.valueOf(e.getMessage()));
  }
}
