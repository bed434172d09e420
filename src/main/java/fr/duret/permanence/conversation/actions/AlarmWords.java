package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Hears whatever somebody writes while his alarm is open (« vite ! », « ok merci », « alors ? »),
/// so that he is told how it stands. What plainly opens another subject goes there instead.
record AlarmWords() implements Recogniser {

  @Override
  public String name() {
    return "alarm-words";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("more");
  }

  @Override
  public boolean weighsDanger() {
    return true;
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.NOTHING);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    var meaning = hearing.heard().meaning();
    boolean opensAnother =
        meaning.confidence().atLeast(Confidence.LIKELY)
            && switch (meaning.intent()) {
              case BOOK,
                  MOVE,
                  CANCEL,
                  QUOTE_STATUS,
                  QUOTE_REQUEST,
                  QUOTE_ACCEPTED,
                  QUOTE_REFUSED,
                  DOCUMENT_REQUEST,
                  INVOICE_QUESTION,
                  PRICE_QUESTION,
                  STOP,
                  START ->
                  true;
              case ACCEPT,
                  KEEP,
                  REFUSE,
                  CHOOSE,
                  ANSWER,
                  HUMAN,
                  VISIT_STATUS,
                  WHAT_TIME,
                  CALLBACK_COMPLAINT,
                  NO_SHOW,
                  LATE,
                  ABSENT,
                  COMPLAINT,
                  THANKS,
                  GREETING,
                  HELP,
                  REPEAT,
                  BACK,
                  IDENTITY,
                  OTHER ->
                  false;
            };
    return hearing.asked() && !opensAnother ? Optional.of(Result.of("more")) : Optional.empty();
  }
}
