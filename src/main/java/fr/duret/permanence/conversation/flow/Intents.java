package fr.duret.permanence.conversation.flow;

import fr.duret.permanence.understanding.Intent;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/// The intents as flows name them: those of `understanding` in kebab case, and danger.
public final class Intents {

  /// Danger now.
  public static final String EMERGENCY = "emergency";

  /// Danger is spoken of, but perhaps past or denied.
  public static final String EMERGENCY_DOUBT = "emergency-doubt";

  /// Not understood, and not written in French.
  public static final String OTHER_LANGUAGE = "other-language";

  /// Three times in a row not understood; a person is wanted then, if no flow has an entry for it.
  public static final String NOT_UNDERSTOOD = "not-understood";

  /// Nothing that any flow begins with.
  public static final String OTHER = name(Intent.OTHER);

  /// A person is wanted, or the engine is at its wits' end.
  public static final String HUMAN = name(Intent.HUMAN);

  /// What people say in answer to something, or out of politeness: between subjects an entry may
  /// take it, but it never changes the subject.
  private static final Set<String> REPLIES =
      Set.of(
          name(Intent.ACCEPT),
          name(Intent.REFUSE),
          name(Intent.CHOOSE),
          name(Intent.ANSWER),
          name(Intent.IDENTITY),
          name(Intent.THANKS),
          name(Intent.GREETING),
          OTHER);

  private Intents() {}

  /// Whether somebody who says so may mean it as an answer, and never as a subject of its own.
  public static boolean reply(String intent) {
    return REPLIES.contains(intent);
  }

  /// How flows write an intent.
  public static String name(Intent intent) {
    return intent.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// All that flows may write.
  public static Set<String> all() {
    Set<String> names = new LinkedHashSet<>();
    Arrays.stream(Intent.values()).map(Intents::name).forEach(names::add);
    names.add(EMERGENCY);
    names.add(EMERGENCY_DOUBT);
    names.add(OTHER_LANGUAGE);
    names.add(NOT_UNDERSTOOD);
    return Collections.unmodifiableSet(names);
  }
}
