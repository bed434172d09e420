package fr.duret.permanence.channel.sms;

import com.twilio.base.Page;
import com.twilio.base.TwilioResponse;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.rest.api.v2010.account.message.Media;
import com.twilio.type.PhoneNumber;
import fr.duret.permanence.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Our account at Twilio: what its REST API is asked.
public final class TwilioAccount implements AutoCloseable {

  private static final long PAGE = 200;

  /// Twilio forgets messages after 13 months.
  private static final Duration EVER = Duration.ofDays(400);

  private static final Duration LONGEST = Duration.ofSeconds(10);

  private final URI apiUrl;
  private final Duration longest;
  private final TwilioHttp http;
  private final TwilioRestClient client;

  /// The account that the settings name; nothing is sent yet.
  public TwilioAccount(Settings.Twilio settings) {
    this(settings, LONGEST);
  }

  /// The same with another bound on each request.
  TwilioAccount(Settings.Twilio settings, Duration longest) {
    this.apiUrl = settings.apiUrl();
    this.longest = longest;
    this.http = new TwilioHttp(apiUrl, longest);
    this.client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
            .accountSid(settings.accountSid())
            .httpClient(http)
            .build();
  }

  /// Ends all connections.
  @Override
  public void close() {
    http.close();
  }

  /// The longest that a request takes.
  Duration longest() {
    return longest;
  }

  /// Messages of a list, newest first, and the time at Twilio when it answered: business time may
  /// be another.
  record Listing(List<Message> messages, Instant now) {}

  /// Hands a message over.
  ///
  /// @return Twilio's id of it
  String send(String to, String from, String text, URI statusCallback) {
    return Message.creator(new PhoneNumber(to), new PhoneNumber(from), text)
        .setStatusCallback(statusCallback)
        .create(client)
        .getSid();
  }

  /// All that a number of ours received since.
  Listing received(String number, Instant since) {
    ZonedDateTime from = since.atZone(ZoneOffset.UTC);
    return list(Message.reader().setTo(number).setDateSentAfter(from), EVER);
  }

  /// What was sent to somebody, whether or not it has left Twilio yet: at least all that was
  /// created so short a time ago. It is not asked for by date: what has not left has none.
  Listing sentTo(String number, Duration ago) {
    return list(Message.reader().setTo(number), ago);
  }

  /// What time it is at Twilio.
  Instant now() {
    return time(Message.reader().setPageSize(1L).firstPageWithResponse(client));
  }

  /// Where the pictures of a received message can be fetched.
  List<URI> media(String messageSid) {
    List<URI> links = new ArrayList<>();
    for (Media media : Media.reader(messageSid).read(client)) {
      links.add(URI.create(TwilioUrls.base(apiUrl) + media.getUri().replaceFirst("\\.json$", "")));
    }
    return links;
  }

  /// Where the list of them is.
  URI mediaList(String messageSid) {
    String messages = "/2010-04-01/Accounts/" + client.getAccountSid() + "/Messages/";
    return URI.create(TwilioUrls.base(apiUrl) + messages + messageSid + "/Media.json");
  }

  private Listing list(MessageReader reader, Duration ago) {
    reader.setPageSize(PAGE);
    TwilioResponse<Page<Message>> first = reader.firstPageWithResponse(client);
    Page<Message> page = first.getContent();
    List<Message> messages = new ArrayList<>(page.getRecords());
    Instant now = time(first);
    while (page.hasNextPage() && anyCreatedAfter(now.minus(ago), page.getRecords())) {
      page = reader.nextPage(page, client);
      messages.addAll(page.getRecords());
    }
    return new Listing(messages, now);
  }

  private static boolean anyCreatedAfter(Instant time, List<Message> page) {
    return page.stream().anyMatch(message -> message.getDateCreated().toInstant().isAfter(time));
  }

  private static Instant time(TwilioResponse<?> response) {
    for (Map.Entry<String, String> header : response.getHeaders().entrySet()) {
      if (header.getKey().equalsIgnoreCase("Date")) {
        return Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(header.getValue()));
      }
    }
    throw new IllegalStateException("Twilio's answer bears no date");
  }
}
