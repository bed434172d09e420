package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells whether certain words were said in this subject: `with: {words: "plus de courant, ..."}`;
/// with `newest: "yes"` only in this turn. With `then: "visite, passage"` one of these must follow
/// with at most a word between (« décaler ma visite »).
record Says() implements Action {

  static final String WORDS = "words";
  private static final String NEWEST = "newest";
  private static final String THEN = "then";

  @Override
  public String name() {
    return "says";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("said", "unsaid");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(WORDS, NEWEST, THEN);
  }

  @Override
  public Result run(ActionContext context) {
    return Result.of(saysAny(context) ? "said" : "unsaid");
  }

  static boolean saysAny(ActionContext context) {
    List<String> texts =
        context.parameters().containsKey(NEWEST) ? List.of(context.heard().text()) : context.said();
    String words = context.parameters().getOrDefault(WORDS, "");
    String then = context.parameters().getOrDefault(THEN, "");
    return texts.stream()
        .anyMatch(text -> then.isEmpty() ? says(text, words) : says(text, words, then));
  }

  /// Whether this turn says any of the words of that parameter.
  static boolean saysAny(ActionContext context, String parameter) {
    return says(context.heard().text(), context.parameters().getOrDefault(parameter, ""));
  }

  /// Whether the text says one of the words, which have commas between.
  static boolean says(String text, String words) {
    return Stream.of(words.split(",")).anyMatch(some -> Words.contains(text, some));
  }

  private static boolean says(String text, String words, String then) {
    return Pattern.compile(" (" + either(words) + ") (\\w+ )?(" + either(then) + ") ")
        .matcher(Words.plain(text))
        .find();
  }

  private static String either(String words) {
    return Stream.of(words.split(","))
        .map(Words::plain)
        .map(String::strip)
        .collect(Collectors.joining("|"));
  }
}
