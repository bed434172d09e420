package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an action came to.
///
/// @param outcome one of the action's declared outcomes
/// @param values variables to set: texts, whole numbers, booleans, lists and maps of these
/// @param recognised who the person turned out to be, if the action found out
public record Result(String outcome, Map<String, Object> values, Optional<Recognition> recognised) {

  /// Somebody recognised. The conversation stays where it is; other addresses of that person join
  /// it.
  ///
  /// @param person the id on file
  /// @param level how well
  public record Recognition(String person, Level level) {}

  /// Keeps a copy of the values.
  ///
  /// @throws IllegalArgumentException if a value cannot be kept in the conversation's document
  public Result {
    values = Map.copyOf(values);
    values.forEach((name, value) -> {
      if (!kept(value)) {
        throw new IllegalArgumentException(
            "variable " + name + " holds a " + value.getClass().getSimpleName());
      }
    });
  }

  /// An outcome and nothing else.
  public static Result of(String outcome) {
    return new Result(outcome, Map.of(), Optional.empty());
  }

  /// The same with one more variable.
  public Result with(String variable, Object value) {
    Map<String, Object> more = new HashMap<>(values);
    more.put(variable, value);
    return new Result(outcome, more, recognised);
  }

  /// The same, having recognised somebody.
  public Result recognised(String person, Level level) {
    return new Result(outcome, values, Optional.of(new Recognition(person, level)));
  }

  private static boolean kept(Object value) {
    return switch (value) {
      case String _, Integer _, Long _, Boolean _ -> true;
      case List<?> list -> list.stream().allMatch(Result::kept);
      case Map<?, ?> map ->
          map.keySet().stream().allMatch(String.class::isInstance)
              && map.values().stream().allMatch(Result::kept);
      default -> false;
    };
  }
}
