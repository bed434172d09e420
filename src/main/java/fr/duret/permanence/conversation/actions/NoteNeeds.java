package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Confidence;
import fr.duret.permanence.understanding.Motive;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Takes note of further needs told in the same breath (« entretien et aussi une prise en panne »),
/// so that they are spoken of once the first is settled. A breakdown comes before what can wait.
/// `with: {between: "et, puis"}` are words between one need and the next; with `keep` what is
/// spoken of already stays first.
record NoteNeeds() implements Action {

  static final String BETWEEN = "between";

  private static final String KEEP = "keep";

  private static final String MARKS = "[+,;.\\n]";

  @Override
  public String name() {
    return "note-needs";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("noted");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.KIND, Vars.NEXT_KIND);
  }

  @Override
  public Set<String> parameters() {
    return Set.of(BETWEEN, KEEP);
  }

  @Override
  public Result run(ActionContext context) {
    String repair = Services.kindOf(Motive.REPAIR);
    List<String> needs = needs(context);
    Optional<String> first =
        needs.contains(repair) && !context.parameters().containsKey(KEEP)
            ? Optional.of(repair)
            : context.text(Vars.KIND);
    List<String> others =
        Stream.concat(context.text(Vars.KIND).stream(), needs.stream())
            .filter(kind -> first.filter(kind::equals).isEmpty())
            .distinct()
            .toList();
    Result noted =
        first.map(kind -> Result.of("noted").with(Vars.KIND, kind)).orElse(Result.of("noted"));
    return others.isEmpty() ? noted : noted.with(Vars.NEXT_KIND, String.join(",", others));
  }

  /// What the whole text tells, and where that is several things, what its parts tell plainly: of
  /// three needs in one message the whole tells two.
  private static List<String> needs(ActionContext context) {
    List<String> whole = Needs.told(context.heard().meaning());
    return whole.size() < 2
        ? whole
        : Stream.concat(
                whole.stream(),
                parts(context.heard().text(), context.parameters())
                    .flatMap(part -> plain(context, part)))
            .distinct()
            .toList();
  }

  /// The text between marks and the words that stand between one need and the next.
  static Stream<String> parts(String text, Map<String, String> parameters) {
    String between =
        Stream.of(parameters.getOrDefault(BETWEEN, "").split(",", -1))
            .map(String::strip)
            .filter(word -> !word.isEmpty())
            .map(word -> "|\\b" + Pattern.quote(word) + "\\b")
            .collect(Collectors.joining());
    return Stream.of(text.toLowerCase(Locale.FRENCH).split(MARKS + between, -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty());
  }

  private static Stream<String> plain(ActionContext context, String part) {
    return context.read(part).meaning().motives().stream()
        .filter(found -> found.confidence() == Confidence.SURE)
        .limit(1)
        .map(found -> Services.kindOf(found.value()));
  }
}
