package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Motive;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// « Entretien, non pardon, dépannage »: what is told after words that take back (`with: {words:
/// "non pardon"}`) counts, and what stands before them is no further need.
///
/// - `corrected`: that is what the visit is for
/// - `none`: nothing is taken back
record CorrectedMotive() implements Action {

  @Override
  public String name() {
    return "corrected-motive";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("corrected", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.KIND);
  }

  @Override
  public Set<String> parameters() {
    return Set.of(Says.WORDS);
  }

  @Override
  public Result run(ActionContext context) {
    return context.said().reversed().stream()
        .map(text -> corrected(context, text))
        .flatMap(Optional::stream)
        .findFirst()
        .map(motive -> Result.of("corrected").with(Vars.KIND, Services.kindOf(motive)))
        .orElse(Result.of("none"));
  }

  /// What the rest tells, if something else was told before it.
  private static Optional<Motive> corrected(ActionContext context, String text) {
    String plain = Words.plain(text);
    return Stream.of(context.parameters().getOrDefault(Says.WORDS, "").split(",", -1))
        .map(Words::plain)
        .filter(words -> !words.isEmpty() && plain.contains(words))
        .max(Comparator.comparingInt(words -> plain.lastIndexOf(words) + words.length()))
        .map(words -> plain.lastIndexOf(words) + words.length())
        .filter(at -> known(context) || motive(context, plain.substring(0, at)).isPresent())
        .flatMap(at -> motive(context, plain.substring(at)));
  }

  private static boolean known(ActionContext context) {
    return context.text(Vars.KIND).isPresent();
  }

  private static Optional<Motive> motive(ActionContext context, String text) {
    return context
        .read(text.strip())
        .meaning()
        .motive()
        .filter(found -> found.confidence().atLeast(Confidence.LIKELY))
        .map(found -> found.value());
  }
}
