package fr.duret.permanence.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Everything that an operator can set; `docs/operating.md` lists the keys.
///
/// @param http where we listen
/// @param storeUri `embedded:DIR` or a MongoDB connection string
/// @param twilio the SMS provider; empty only where the simulator stands in for it
/// @param company the company file; empty for the demo's
/// @param flows folder of the dialogue flows
/// @param templates folder of the message templates
/// @param reply how replies leave
/// @param geo where places and driving times come from
/// @param apiTokens bearer tokens of the API, as SHA-256 in hexadecimal, with the name of their
///   holder
public record Settings(
    Http http,
    String storeUri,
    Optional<Twilio> twilio,
    Optional<Path> company,
    Path flows,
    Path templates,
    Reply reply,
    Geo geo,
    Map<String, String> apiTokens) {

  /// Where we listen.
  ///
  /// @param host address to listen on
  /// @param port port of webhooks, pages and API
  /// @param adminPort port of `/metrics`; -1 for the same as `port`, 0 for a free one
  /// @param publicUrl what providers and clients see; signatures and links are made with it
  public record Http(String host, int port, int adminPort, URI publicUrl) {}

  /// The account at Twilio.
  ///
  /// @param accountSid name of the account
  /// @param authToken its secret
  /// @param apiUrl where its REST API is; Twilio's own unless a test says otherwise
  /// @param senders our numbers, preferred first
  /// @param perSecond how many messages this process hands over a second
  public record Twilio(
      String accountSid, String authToken, URI apiUrl, List<Sender> senders, int perSecond) {

    /// What a long number of France sends, by Twilio's documentation; more waits in its queue.
    public static final int USUAL_PER_SECOND = 10;

    /// The same with the usual number a second.
    public Twilio(String accountSid, String authToken, URI apiUrl, List<Sender> senders) {
      this(accountSid, authToken, apiUrl, senders, USUAL_PER_SECOND);
    }

    /// Keeps a copy.
    public Twilio {
      senders = List.copyOf(senders);
    }

    /// Does not show the secret.
    @Override
    public String toString() {
      return "Twilio[" + accountSid + ", " + apiUrl + "]";
    }
  }

  /// A number or name that our messages come from.
  ///
  /// @param from E.164 number, short code or name
  /// @param kind what it is
  /// @param twoWay whether people can answer it
  /// @param purposes what it may be used for, in lower case; empty means everything
  public record Sender(String from, Kind kind, boolean twoWay, List<String> purposes) {

    /// Keeps a copy.
    public Sender {
      purposes = List.copyOf(purposes);
    }

    /// The kinds of sender.
    public enum Kind {
      /// Five digits, rented from the operators.
      SHORT_CODE,
      /// An ordinary number of a permitted range.
      LONG,
      /// A name: one-way.
      ALPHA
    }
  }

  /// How replies leave.
  ///
  /// @param quiet how long an SMS reply waits for the sender's next message
  /// @param conversationEnd how long after its last turn a conversation ends
  /// @param prefixes the countries that messages go to, as E.164 prefixes: `+33`
  public record Reply(Duration quiet, Duration conversationEnd, List<String> prefixes) {

    /// Keeps a copy.
    public Reply {
      prefixes = List.copyOf(prefixes);
    }
  }

  /// Where places and driving times come from.
  ///
  /// @param banUrl the national address base; empty: the table of communes
  /// @param osrmUrl an OSRM server; empty: distances
  public record Geo(Optional<URI> banUrl, Optional<URI> osrmUrl) {}
}
