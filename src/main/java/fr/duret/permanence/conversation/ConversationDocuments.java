package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.Conversation.Claim;
import fr.duret.permanence.conversation.Conversation.Done;
import fr.duret.permanence.conversation.Conversation.Owner;
import fr.duret.permanence.conversation.Conversation.Redirect;
import fr.duret.permanence.conversation.Conversation.Reply;
import fr.duret.permanence.message.Address;
import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Outbound;
import fr.duret.permanence.message.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Conversations as documents. What is empty is left out.
final class ConversationDocuments {

  /// The time of the last turn, for as long as the conversation has not been ended.
  static final String OPEN = "open";

  private ConversationDocuments() {}

  static Document write(Conversation conversation) {
    Document document =
        new Document("_id", conversation.id)
            .append("number", conversation.number)
            .append("channel", conversation.channel.name())
            .append("last", date(conversation.last))
            .append("dialogue", DialogueDocuments.write(conversation.dialogue))
            .append("stretches", all(conversation.stretches, ConversationDocuments::write));
    if (conversation.open) {
      document.append(OPEN, date(conversation.last));
    }
    conversation
        .redirect
        .map(to -> new Document("to", to.to()).append("number", to.number()))
        .ifPresent(to -> document.append("redirect", to));
    conversation.owner.ifPresent(owner -> document.append("owner", write(owner)));
    conversation.claim.ifPresent(claim -> document.append("claim", write(claim)));
    conversation.done.ifPresent(done -> document.append("done", write(done)));
    if (!conversation.taken.isEmpty()) {
      document.append("taken", conversation.taken);
    }
    conversation.address.ifPresent(address -> document.append("address", address.key()));
    conversation.silence.ifPresent(at -> document.append("silence", date(at)));
    conversation.timer.ifPresent(at -> document.append("timer", date(at)));
    return document;
  }

  static Conversation read(Document document) {
    Conversation conversation = new Conversation(document.getString("_id"));
    conversation.version = document.getLong("version");
    conversation.number = document.getInteger("number");
    conversation.open = document.containsKey(OPEN);
    conversation.channel = Channel.valueOf(document.getString("channel"));
    conversation.last = instant(document, "last").orElse(Instant.EPOCH);
    conversation.dialogue = DialogueDocuments.read(document.get("dialogue", Document.class));
    conversation.stretches =
        new ArrayList<>(each(document, "stretches", ConversationDocuments::owner));
    conversation.redirect =
        part(document, "redirect", to -> new Redirect(to.getString("to"), to.getInteger("number")));
    conversation.owner = part(document, "owner", ConversationDocuments::owner);
    conversation.claim = part(document, "claim", ConversationDocuments::claim);
    conversation.done = part(document, "done", ConversationDocuments::done);
    conversation.taken = new ArrayList<>(document.getList("taken", String.class, List.of()));
    conversation.address = Optional.ofNullable(document.getString("address")).map(Address::ofKey);
    conversation.silence = instant(document, "silence");
    conversation.timer = instant(document, "timer");
    return conversation;
  }

  static Document write(Claim claim) {
    return new Document("cause", claim.cause())
        .append("node", claim.node())
        .append("entries", claim.entries())
        .append("flows", claim.flows())
        .append("at", date(claim.at()))
        .append("unseen", claim.unseen());
  }

  private static Claim claim(Document document) {
    return new Claim(
        document.getString("cause"),
        document.getString("node"),
        document.getList("entries", String.class),
        document.getString("flows"),
        instant(document, "at").orElseThrow(),
        document.getBoolean("unseen"));
  }

  private static Document write(Owner owner) {
    return new Document("who", owner.who())
        .append("since", date(owner.since()))
        .append("until", date(owner.until()));
  }

  private static Owner owner(Document document) {
    return new Owner(
        document.getString("who"),
        instant(document, "since").orElseThrow(),
        instant(document, "until").orElseThrow());
  }

  private static Document write(Done done) {
    Document document =
        new Document("cause", done.cause())
            .append("entries", done.entries())
            .append("outcome", done.outcome())
            .append("replies", all(done.replies(), ConversationDocuments::write))
            .append("errands", all(done.errands(), ConversationDocuments::write));
    done.recognised().ifPresent(person -> document.append("recognised", person));
    done.timer().ifPresent(at -> document.append("timer", date(at)));
    return document;
  }

  private static Done done(Document document) {
    return new Done(
        document.getString("cause"),
        document.getList("entries", String.class),
        document.getString("outcome"),
        each(document, "replies", ConversationDocuments::reply),
        Optional.ofNullable(document.getString("recognised")),
        instant(document, "timer"),
        each(document, "errands", ConversationDocuments::errand));
  }

  private static Document write(Errand errand) {
    return new Document("kind", errand.kind())
        .append("data", new Document(Map.copyOf(errand.data())));
  }

  private static Errand errand(Document document) {
    Map<String, String> data = new HashMap<>();
    document.get("data", Document.class).forEach((name, value) -> data.put(name, value.toString()));
    return new Errand(Objects.requireNonNull(document.getString("kind")), data);
  }

  private static Document write(Reply reply) {
    Outbound message = reply.message();
    Document document =
        new Document("id", message.id())
            .append("trace", message.trace())
            .append("channel", message.channel().name())
            .append("to", message.to().key())
            .append("template", message.template())
            .append("purpose", message.purpose().name())
            .append("needs", message.needs().name())
            .append("wantsAnswer", message.wantsAnswer())
            .append("text", message.text())
            .append("notBefore", date(message.notBefore()))
            .append("question", reply.question())
            .append("notice", reply.notice());
    message.replyTo().ifPresent(at -> document.append("replyTo", date(at)));
    message.subject().ifPresent(subject -> document.append("subject", subject));
    return document;
  }

  private static Reply reply(Document document) {
    Outbound message =
        new Outbound(
            document.getString("id"),
            document.getString("trace"),
            Channel.valueOf(document.getString("channel")),
            Address.ofKey(document.getString("to")),
            document.getString("template"),
            Purpose.valueOf(document.getString("purpose")),
            Level.valueOf(document.getString("needs")),
            document.getBoolean("wantsAnswer"),
            instant(document, "replyTo"),
            document.getString("text"),
            Optional.ofNullable(document.getString("subject")),
            instant(document, "notBefore").orElseThrow());
    return new Reply(message, document.getBoolean("question"), document.getBoolean("notice"));
  }

  static Date date(Instant at) {
    return Date.from(at);
  }

  private static Optional<Instant> instant(Document document, String field) {
    return Optional.ofNullable(document.getDate(field)).map(Date::toInstant);
  }

  static <T> List<Document> all(List<T> values, Function<T, Document> writer) {
    return values.stream().map(writer).toList();
  }

  static <T> List<T> each(Document document, String field, Function<Document, T> reader) {
    return document.getList(field, Document.class).stream().map(reader).toList();
  }

  private static <T> Optional<T> part(
      Document document, String field, Function<Document, T> reader) {
    @Nullable Document part = document.get(field, Document.class);
    return Optional.ofNullable(part).map(reader);
  }
}
