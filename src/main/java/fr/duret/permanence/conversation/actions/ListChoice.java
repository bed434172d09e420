package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.conversation.Hearing;
import fr.duret.permanence.conversation.Recogniser;
import fr.duret.permanence.conversation.Result;
import fr.duret.permanence.understanding.Context;
import fr.duret.permanence.understanding.Context.Asked;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntBiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Hears which item of a numbered list is meant, by its number or by words of it.
///
/// @param name the name flows use
/// @param list the variable that holds the list
/// @param variable the variable to set
/// @param named how many letters of an item's name were said; 0 if it was not named
/// @param value what to set for an item
record ListChoice(
    String name,
    String list,
    String variable,
    ToIntBiFunction<Hearing, Object> named,
    Function<Object, Object> value)
    implements Recogniser {

  /// A number on its own, or after an article: « 2 », « la 2 », « le 2 svp ».
  private static final Pattern NUMBER = Pattern.compile("(?<!\\d)([1-9])(?!\\d)");

  @Override
  public Set<String> outcomes() {
    return Set.of("chosen");
  }

  @Override
  public Set<String> sets() {
    return Set.of(variable);
  }

  @Override
  public Context context(Map<String, Object> variables) {
    return Context.asked(Asked.FREE);
  }

  @Override
  public Optional<Result> hear(Hearing hearing) {
    if (!(hearing.variables().get(list) instanceof List<?> items) || !hearing.asked()) {
      return Optional.empty();
    }
    // « La maison du lac » also says « la maison »: the longest name said is meant.
    int most = items.stream().mapToInt(item -> named.applyAsInt(hearing, item)).max().orElse(0);
    List<?> meant = items.stream().filter(item -> named.applyAsInt(hearing, item) == most).toList();
    if (most > 0 && meant.size() == 1) {
      return Optional.of(chosen(meant.getFirst()));
    }
    Matcher number = NUMBER.matcher(hearing.heard().text());
    return IntStream.range(0, items.size())
        .filter(index -> number.reset().results().anyMatch(found -> is(found.group(1), index)))
        .mapToObj(index -> chosen(items.get(index)))
        .findFirst();
  }

  private static boolean is(String digit, int index) {
    return Integer.parseInt(digit) == index + 1;
  }

  private Result chosen(Object item) {
    return Result.of("chosen").with(variable, value.apply(item));
  }

  /// A field of an item that is a map; the item itself if it is a text.
  static Object field(Object item, String key) {
    return item instanceof Map<?, ?> map && map.get(key) != null ? map.get(key) : item;
  }
}
