package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Heard;
import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Emergency;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Understood;

/// Tells what a client lets us know for a visit (a code, who opens the door) from what he wants of
/// us.
final class Notes {

  private static final String QUESTION = "?";

  private Notes() {}

  /// Whether it is only told, in enough words to be of use. What somebody wants who says the same
  /// out of the blue (« rappelez-moi la date ») he wants here too.
  static boolean isNote(Hearing hearing) {
    Heard heard = hearing.heard();
    Understood meaning = heard.meaning();
    return Sentences.saysSomething(heard.text())
        && !asks(hearing.alone().meaning())
        && !hearing.alone().meaning().means(Intent.CANCEL, Confidence.SURE)
        && !heard.text().contains(QUESTION)
        && meaning.emergency() instanceof Emergency.None
        && meaning.motive().isEmpty()
        && meaning.answer() == Answer.NONE
        && wantsNothing(meaning);
  }

  /// Whether it asks about a visit; « jeudi c'est possible ? » asks for another time.
  static boolean asks(Understood alone) {
    boolean asks = alone.intent() == Intent.VISIT_STATUS || alone.intent() == Intent.WHAT_TIME;
    return asks
        && alone.confidence().atLeast(Confidence.LIKELY)
        && alone.dates().best().wanted().isEmpty();
  }

  /// Whether nothing is asked of us.
  static boolean wantsNothing(Understood meaning) {
    return meaning.intent() == Intent.OTHER
        || meaning.intent() == Intent.ANSWER
        || meaning.intent() == Intent.IDENTITY
        || !meaning.confidence().atLeast(Confidence.LIKELY);
  }
}
