package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Choice;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Hears which of some things with names is meant, by its number in the list or by a name of it.
/// The list holds maps of `id` and `names`.
///
/// - `chosen`: this one
/// - `several`: a name that fits several of them
///
/// @param name the name flows use
/// @param list the variable that holds the list
/// @param variable the variable to set to the id
record NamedChoice(String name, String list, String variable) implements Recogniser {

  /// So many words around a number still only choose.
  private static final int FEW_WORDS = 4;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  @Override
  public Set<String> outcomes() {
    return Set.of("chosen", "several");
  }

  @Override
  public Set<String> sets() {
    return Set.of(variable);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return variables.get(list) instanceof List<?> items
        ? Context.listed(items.size())
        : Context.asked(Asked.FREE);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (!(hearing.variables().get(list) instanceof List<?> items) || !hearing.asked()) {
      return Optional.empty();
    }
    Optional<Result> named = byName(hearing, items);
    return named.isPresent() || isTime(hearing) ? named : byNumber(hearing, items);
  }

  /// The one that the text names; empty if it names none.
  Optional<Result> byName(Hearing hearing, List<?> items) {
    List<?> meant = Naming.named(hearing.heard().text(), items, NamedChoice::names);
    return switch (meant.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(chosen(variable, meant.getFirst()));
      default -> Optional.of(Result.of("several"));
    };
  }

  /// « Entre midi et 2 jeudi » is no number 2, though « le 2 » could be a day as well; « jeudi » is
  /// no place at all.
  private static boolean isTime(Hearing hearing) {
    String text = hearing.heard().text();
    return !hearing.heard().meaning().dates().isEmpty()
        && (text.chars().noneMatch(Character::isDigit)
            || WORD.matcher(text).results().count() >= FEW_WORDS);
  }

  /// « La première », « le 2 svp »; of what has no day, only by its place in the list.
  private Optional<Result> byNumber(Hearing hearing, List<?> items) {
    return hearing.heard().meaning().choice() instanceof Choice.One one
        ? Optional.of(chosen(variable, items.get(one.option())))
        : Optional.empty();
  }

  private static Collection<String> names(Object item) {
    return ListChoice.field(item, "names") instanceof Collection<?> names
        ? names.stream().map(Object::toString).toList()
        : List.of();
  }

  static Result chosen(String variable, Object item) {
    return Result.of("chosen").with(variable, ListChoice.field(item, "id"));
  }
}
