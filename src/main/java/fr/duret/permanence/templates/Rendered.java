package fr.duret.permanence.templates;

import fr.duret.permanence.message.Channel;
import fr.duret.permanence.message.Level;
import fr.duret.permanence.message.Purpose;

/// A message written out, with what its template declares about it.
///
/// @param template the name of the template
/// @param channel what it is written for
/// @param text the words; for SMS already through [Sms#fit(String)]
/// @param purpose why it leaves
/// @param needs how well its receiver must be recognised
/// @param wantsAnswer whether it asks for an answer, and so needs a two-way sender
public record Rendered(
    String template,
    Channel channel,
    String text,
    Purpose purpose,
    Level needs,
    boolean wantsAnswer) {

  /// This text, a space, and the next one as a single message, declared as the next one is.
  ///
  /// It needs the higher of the two levels. Serves the notice that an automatic assistant answers,
  /// said before the first answer of a conversation.
  public Rendered then(Rendered next) {
    return joined(next, " ");
  }

  /// This text and the next one on a line of its own, as a single message.
  public Rendered thenLine(Rendered next) {
    return joined(next, "\n");
  }

  private Rendered joined(Rendered next, String between) {
    String both = text + between + next.text;
    return new Rendered(
        next.template,
        next.channel,
        next.channel == Channel.SMS ? Sms.fit(both) : both,
        next.purpose,
        needs.allows(next.needs) ? needs : next.needs,
        wantsAnswer || next.wantsAnswer);
  }
}
