package fr.duret.permanence.conversation;

import fr.duret.permanence.understanding.Answer;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Emergency;
import fr.duret.permanence.understanding.Finding;
import fr.duret.permanence.understanding.Intent;
import fr.duret.permanence.understanding.Language;
import fr.duret.permanence.understanding.Span;
import fr.duret.permanence.understanding.Understood;
import fr.duret.permanence.understanding.dates.Reading;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Knows a dozen words, each of which means one thing.
final class FakeUnderstanding implements Understanding {

  private static final Map<String, Intent> WORDS = new LinkedHashMap<>();

  static {
    WORDS.put("annul", Intent.CANCEL);
    WORDS.put("quand", Intent.VISIT_STATUS);
    WORDS.put("quelqu'un", Intent.HUMAN);
    WORDS.put("aide", Intent.HELP);
    WORDS.put("répétez", Intent.REPEAT);
    WORDS.put("retour", Intent.BACK);
    WORDS.put("absent", Intent.ABSENT);
    WORDS.put("rdv", Intent.BOOK);
    WORDS.put("merci", Intent.THANKS);
    WORDS.put("bonsoir", Intent.GREETING);
  }

  @Override
  public Understood read(String text, LocalDateTime now, Context context) {
    String lower = text.toLowerCase(Locale.ROOT);
    Emergency emergency =
        lower.contains("brûlé")
            ? new Emergency.Alarm(Emergency.Kind.BURNING_SMELL, Span.NOWHERE, "")
            : new Emergency.None();
    Intent intent =
        WORDS.entrySet().stream()
            .filter(word -> lower.contains(word.getKey()))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(Intent.OTHER);
    Confidence confidence = intent == Intent.OTHER ? Confidence.UNSURE : Confidence.SURE;
    return new Understood(
        List.of(new Finding<>(intent, confidence, Span.NOWHERE, "")),
        new Reading(List.of()),
        new Choice.Nothing(),
        Answer.NONE,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        emergency,
        lower.contains("hello") ? Language.ENGLISH : Language.FRENCH);
  }
}
