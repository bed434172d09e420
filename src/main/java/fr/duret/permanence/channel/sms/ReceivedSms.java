package fr.duret.permanence.channel.sms;

import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Inbound;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/// How a message that Twilio received becomes one of ours, whether it was posted or fetched: under
/// the same id, so that it is handled once.
final class ReceivedSms {

  private ReceivedSms() {}

  static String id(String messageSid) {
    return "twilio:" + messageSid;
  }

  static Inbound of(
      String messageSid, String from, String to, String text, List<URI> media, Instant at) {
    return new Inbound(id(messageSid), Channel.SMS, Address.sender(from), to, text, media, at);
  }
}
