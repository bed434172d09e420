package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether the client has told something for the visit that is booked now, before it was (« la 2,
/// le code est 12A34 »): `with: {words: "digicode, gardien"}` are words that only tell such things,
/// `with: {technician: "avec"}` those after which a technician's name is a wish for him, `with:
/// {reserve: "mais"}` those after which the choice itself is restricted (« la 3 mais un peu plus
/// tard si possible »).
///
/// - `told`: it is to be passed on; once
/// - `none`
record CheckNotes(Services services) implements Action {

  /// Whom else to ring: « le locataire, 06 55 44 33 22 ».
  private static final Pattern TELEPHONE = Pattern.compile("(?:\\d[ .-]?){10}");

  private static final String TECHNICIAN = "technician";
  private static final String RESERVE = "reserve";

  /// « Pas la 1 mais la 2 » restricts nothing.
  private static final int FEW_WORDS = 3;

  @Override
  public String name() {
    return "check-notes";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("told", "none");
  }

  @Override
  public Set<String> sets() {
    return Set.of(Vars.NOTE, Vars.NOTED);
  }

  @Override
  public Set<String> parameters() {
    return Set.of(Says.WORDS, TECHNICIAN, RESERVE);
  }

  @Override
  public Result run(ActionContext context) {
    boolean before = context.text(Vars.NOTED).filter(Boolean::parseBoolean).isPresent();
    boolean kept = context.text(Vars.NOTE).filter(Boolean::parseBoolean).isPresent();
    boolean told = kept || (!before && tells(context));
    return Result.of(told ? "told" : "none").with(Vars.NOTE, false).with(Vars.NOTED, told);
  }

  private boolean tells(ActionContext context) {
    return Says.saysAny(context)
        || wantsSomebody(context)
        || restricts(context)
        || context.said().stream().anyMatch(text -> TELEPHONE.matcher(text).find());
  }

  /// In the words of the choice, which stand before the yes to our question whether it is that one.
  private static boolean restricts(ActionContext context) {
    List<String> said = context.said().reversed();
    return said.stream()
        .limit(context.variables().containsKey(Vars.MEANT) ? 2 : 1)
        .map(Words::plain)
        .anyMatch(text ->
            Stream.of(context.parameters().getOrDefault(RESERVE, "").split(","))
                .map(Words::plain)
                .anyMatch(word -> !word.isEmpty() && isRestricted(text, word)));
  }

  private static boolean isRestricted(String text, String word) {
    int at = text.indexOf(word);
    return at >= 0 && text.substring(at + word.length()).split(" ", -1).length > FEW_WORDS;
  }

  private boolean wantsSomebody(ActionContext context) {
    return Stream.of(context.parameters().getOrDefault(TECHNICIAN, "").split(","))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .anyMatch(
            word -> context.said().stream().anyMatch(text -> services.namesTechnician(text, word)));
  }
}
