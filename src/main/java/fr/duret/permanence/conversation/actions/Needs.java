package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Finding;
import fr.duret.permanence.understanding.Motive;
import fr.duret.permanence.understanding.Understood;
import java.util.Comparator;
import java.util.List;

/// The needs that one text tells, in the order in which they are dealt with.
final class Needs {

  private Needs() {}

  /// The kinds of service of all that is told plainly, each once: a breakdown before whatever can
  /// wait, then the plainest first.
  static List<String> told(Understood meaning) {
    return meaning.motives().stream()
        .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
        .map(Finding::value)
        .sorted(Comparator.comparing((Motive motive) -> motive != Motive.REPAIR))
        .map(Services::kindOf)
        .distinct()
        .toList();
  }

  /// Whether a breakdown is told among other needs.
  static boolean pressing(Understood meaning) {
    return told(meaning).size() > 1
        && told(meaning).getFirst().equals(Services.kindOf(Motive.REPAIR));
  }
}
