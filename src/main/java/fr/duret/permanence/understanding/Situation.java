package fr.duret.permanence.understanding;

import fr.duret.permanence.understanding.Context.Asked;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Sees the intents of a message from the question that it answers: « 2 », « ok », « Martin », «
/// mardi » want something only there.
final class Situation {

  private static final double CERTAIN = 0.97;
  private static final double STRONG = 0.9;
  private static final double FAIR = 0.6;
  private static final double STRONGLY = 0.7;
  private static final double WEAK = 0.48;
  private static final double SLIGHT = 0.4;

  /// A day and hardly anything else is more telling than a day in a story.
  private static final int FEW_WORDS = 4;

  /// From here on words say plainly what they want, whatever was asked.
  private static final double PLAIN = 0.75;

  /// What is often said in a first message that only answers (« oui pour mon entretien », « une
  /// panne »).
  private static final Set<Intent> MAY_BE_ANSWERS =
      EnumSet.of(Intent.BOOK, Intent.MOVE, Intent.QUOTE_REQUEST, Intent.OTHER, Intent.VISIT_STATUS);

  private static final Set<Intent> AFTER_NO =
      EnumSet.of(Intent.MOVE, Intent.CANCEL, Intent.ABSENT, Intent.HUMAN, Intent.NO_SHOW);

  /// Asked about a visit or a fault, these want no visit now.
  private static final Set<Intent> QUESTIONS =
      EnumSet.of(
          Intent.PRICE_QUESTION,
          Intent.QUOTE_REQUEST,
          Intent.VISIT_STATUS,
          Intent.WHAT_TIME,
          Intent.NO_SHOW,
          Intent.QUOTE_ACCEPTED,
          Intent.QUOTE_REFUSED,
          Intent.QUOTE_STATUS,
          Intent.INVOICE_QUESTION,
          Intent.CALLBACK_COMPLAINT);

  private static final Set<Intent> ELSEWHERE =
      EnumSet.of(
          Intent.STOP,
          Intent.HUMAN,
          Intent.HELP,
          Intent.CANCEL,
          Intent.INVOICE_QUESTION,
          Intent.CALLBACK_COMPLAINT,
          Intent.COMPLAINT);

  /// What is only why somebody moves or cancels.
  private static final Set<Intent> REASONS = EnumSet.of(Intent.ABSENT, Intent.LATE);

  /// What is said alike in every language, or by a word of ours.
  private static final EnumSet<Intent> SAID_ALIKE =
      EnumSet.of(Intent.STOP, Intent.START, Intent.THANKS, Intent.OTHER);

  private static final double ABROAD = 0.4;

  /// Labels of the vocabulary that deny an intent.
  private static final Map<String, Intent> DENIALS =
      Map.of("NO-CANCEL", Intent.CANCEL, "NO-STOP", Intent.STOP);

  private static final double DENIED = 0.2;

  private static final double SAID_AFTER_NO = 0.45;

  private final Message message;
  private final Evidence evidence;
  private final Context context;
  private final Scores scores;

  Situation(Message message, Evidence evidence, Context context, Scores scores) {
    this.message = message;
    this.evidence = evidence;
    this.context = context;
    this.scores = scores;
  }

  void apply() {
    if (message.size() == 0) {
      return;
    }
    if (evidence.called()) {
      raise(Intent.HUMAN, CERTAIN, "one of ours is called for");
    }
    foreign();
    denied();
    choice();
    answer();
    asked();
    volunteered();
    planned();
    reasons();
    name();
  }

  /// « I would like to book a visit »: words that French shares tell little then, and the dialogue
  /// is held in French. What is understood without language (yes, stop, danger) stays.
  private void foreign() {
    if (evidence.language() != Language.FRENCH) {
      EnumSet.complementOf(SAID_ALIKE).stream()
          .filter(intent -> intent != Intent.GREETING || message.size() > FEW_WORDS)
          .forEach(intent -> scores.damp(intent, ABROAD));
    }
  }

  /// « Je ne veux pas annuler », « arrêtez de m'envoyer des débutants »: the words are there, what
  /// they would tell is denied.
  private void denied() {
    DENIALS.forEach((label, intent) -> {
      if (evidence.matches().says(label)) {
        scores.damp(intent, DENIED);
      }
    });
  }

  private Span whole() {
    return message.span(0, message.size());
  }

  private void raise(Intent intent, double value, String reason) {
    scores.raise(intent, value, whole(), reason);
  }

  private void choice() {
    switch (evidence.choice()) {
      case Choice.One one -> {
        boolean sure = one.confidence() == Confidence.SURE;
        raise(Intent.CHOOSE, sure ? CERTAIN : FAIR, one.reason());
        dampAnswers();
      }
      case Choice.Several several -> {
        raise(Intent.CHOOSE, several.willing() ? CERTAIN : STRONG, "several options");
        dampAnswers();
      }
      case Choice.NoSuchOption none -> raise(Intent.CHOOSE, FAIR, "option " + none.number());
      case Choice.NoneSuits none -> {
        raise(Intent.REFUSE, saysElse() ? FAIR : STRONG, "none of the options");
        dampAnswers();
      }
      case Choice.Nothing() -> {}
    }
  }

  /// « Je ne veux plus vos messages », « passez-moi quelqu'un »: plainer than any refusal.
  private boolean saysElse() {
    return ELSEWHERE.stream().anyMatch(intent -> scores.of(intent) >= PLAIN);
  }

  private void dampAnswers() {
    MAY_BE_ANSWERS.forEach(intent -> scores.damp(intent, 0.7));
  }

  private void answer() {
    boolean expected = context.asked() == Asked.YES_NO || context.asked() == Asked.OPTION;
    switch (evidence.answer()) {
      case YES -> {
        boolean day = !evidence.dates().best().wanted().isEmpty();
        if (expected || scores.of(Intent.THANKS) < SAID_AFTER_NO) {
          raise(Intent.ACCEPT, expected ? STRONG : day ? SLIGHT : FAIR, "yes");
        }
      }
      case NO -> refusal(expected);
      case RESERVED -> raise(Intent.ANSWER, FAIR, "yes with a reservation");
      case NONE -> {}
    }
  }

  /// « Non, plutôt jeudi », « non, annulez »: the no is only the beginning.
  private void refusal(boolean expected) {
    Optional<Intent> goesOn =
        AFTER_NO.stream()
            .filter(intent -> scores.of(intent) >= SAID_AFTER_NO)
            .max(Comparator.comparingDouble(scores::of));
    goesOn.ifPresent(intent ->
        raise(intent, expected || context.visitPlanned() ? STRONG : FAIR, "goes on after no"));
    double plain = expected ? STRONG : context.visitPlanned() ? WEAK : FAIR;
    raise(Intent.REFUSE, goesOn.isPresent() || saysElse() ? WEAK : plain, "no");
  }

  /// « Je ne serai pas là, il faut reporter »: the absence is why, the other day what is wanted.
  private void reasons() {
    if (Math.max(scores.of(Intent.MOVE), scores.of(Intent.CANCEL)) >= STRONGLY) {
      REASONS.forEach(reason -> scores.damp(reason, 0.7));
    }
  }

  private void asked() {
    boolean given =
        switch (context.asked()) {
          case PERIOD -> !evidence.dates().isEmpty();
          case MOTIVE -> evidence.motive().isPresent();
          case COMMUNE -> !evidence.communes().isEmpty();
          case OPTION -> !evidence.dates().isEmpty() && evidence.choice() instanceof Choice.Nothing;
          case FREE, NAME, NOTHING, YES_NO -> false;
        };
    if (given) {
      dampAnswers();
      raise(Intent.ANSWER, STRONG, "what was asked");
    }
  }

  /// Who names a fault wants it repaired; who names a day wants a visit then.
  private void volunteered() {
    boolean first = context.asked() == Asked.NOTHING && evidence.language() == Language.FRENCH;
    boolean wantsElse = QUESTIONS.stream().anyMatch(intent -> scores.of(intent) >= SAID_AFTER_NO);
    if (first
        && !wantsElse
        && evidence.motive().map(m -> m.confidence() != Confidence.UNSURE).orElse(false)) {
      raise(Intent.BOOK, FAIR, "a motive");
    }
    boolean goodbye = scores.of(Intent.THANKS) >= SAID_AFTER_NO;
    if (first && !goodbye && !wantsElse && !evidence.dates().best().wanted().isEmpty()) {
      double value = message.size() <= FEW_WORDS ? FAIR : WEAK;
      raise(context.visitPlanned() ? Intent.MOVE : Intent.BOOK, value, "a day");
    }
  }

  /// Without a visit planned there is nothing to move, late for, or absent from.
  private void planned() {
    boolean answers = context.asked() == Asked.OPTION || context.asked() == Asked.PERIOD;
    if ((answers || !context.visitPlanned()) && scores.of(Intent.MOVE) < PLAIN) {
      scores.damp(Intent.MOVE, 0.6);
    }
    if (scores.of(Intent.THANKS) >= SLIGHT) {
      scores.damp(Intent.GREETING, 0.7);
    }
    boolean wantsOne =
        evidence.motive().map(m -> m.confidence() != Confidence.UNSURE).orElse(false);
    if (!context.visitPlanned() && wantsOne && scores.of(Intent.BOOK) >= SAID_AFTER_NO) {
      scores.damp(Intent.VISIT_STATUS, 0.75);
    }
    boolean moves = scores.of(Intent.MOVE) >= SAID_AFTER_NO && scores.of(Intent.BOOK) < CERTAIN;
    if (context.visitPlanned() && moves && !wantsOne) {
      scores.damp(Intent.BOOK, 0.8);
    } else if (moves && wantsOne && scores.of(Intent.MOVE) < PLAIN) {
      scores.damp(Intent.MOVE, 0.75);
    }
  }

  private void name() {
    if (evidence.name().isPresent()) {
      raise(Intent.IDENTITY, context.asked() == Asked.NAME ? CERTAIN : FAIR, "a name");
      if (context.asked() == Asked.NAME) {
        dampAnswers();
      }
    }
  }
}
