package fr.duret.permanence.conversation;

import fr.duret.permanence.conversation.Dialogue.Suspended;
import fr.duret.permanence.message.Level;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Dialogues as documents.
final class DialogueDocuments {

  private DialogueDocuments() {}

  static Document write(Dialogue dialogue) {
    Document document =
        new Document("flows", dialogue.flows)
            .append("level", dialogue.level.name())
            .append("greeted", dialogue.greeted)
            .append("subject", write(dialogue.subject))
            .append(
                "suspended",
                ConversationDocuments.all(
                    List.copyOf(dialogue.suspended), DialogueDocuments::write))
            .append("last", dialogue.last);
    dialogue.person.ifPresent(person -> document.append("person", person));
    return document;
  }

  static Dialogue read(Document document) {
    Dialogue dialogue = new Dialogue();
    dialogue.flows = document.getString("flows");
    dialogue.level = Level.valueOf(document.getString("level"));
    dialogue.greeted = document.getBoolean("greeted");
    dialogue.subject = subject(document.get("subject", Document.class));
    dialogue.suspended.addAll(
        ConversationDocuments.each(
            document,
            "suspended",
            waiting ->
                new Suspended(
                    subject(waiting.get("subject", Document.class)),
                    waiting.getBoolean("resume"))));
    dialogue.last = document.getList("last", String.class);
    dialogue.person = Optional.ofNullable(document.getString("person"));
    return dialogue;
  }

  private static Document write(Suspended waiting) {
    return new Document("subject", write(waiting.subject())).append("resume", waiting.resume());
  }

  private static Document write(Subject subject) {
    Document document =
        new Document("intent", subject.intent)
            .append("variables", new Document(subject.variables))
            .append("said", List.copyOf(subject.said))
            .append("answers", new Document(subject.answers))
            .append("misses", subject.misses);
    if (subject.spokenOver) {
      document.append("spokenOver", true);
    }
    subject.at.ifPresent(at -> document.append("at", at.toString()));
    subject.after.ifPresent(after -> document.append("after", after.toString()));
    return document;
  }

  private static Subject subject(Document document) {
    Subject subject = new Subject(document.getString("intent"));
    subject.variables.putAll(document.get("variables", Document.class));
    subject.said.addAll(document.getList("said", String.class));
    document
        .get("answers", Document.class)
        .forEach((step, text) -> subject.answers.put(step, (Integer) text));
    subject.misses = document.getInteger("misses");
    subject.spokenOver = document.getBoolean("spokenOver", false);
    subject.at = Optional.ofNullable(document.getString("at")).map(Position::of);
    subject.after = Optional.ofNullable(document.getString("after")).map(Position::of);
    return subject;
  }
}
