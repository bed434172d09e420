package fr.duret.permanence.conversation;

import fr.duret.permanence.message.Level;
import fr.duret.permanence.understanding.Context;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// What the actions of the example flows do to the world: effects by their causes, each once.
final class World {

  /// What was done, by cause: `book mardi` and the like.
  final Map<String, String> effects = new ConcurrentHashMap<>();

  final AtomicInteger commands = new AtomicInteger();

  /// Called before each effect, so that a test can let it fail.
  volatile Runnable before = () -> {};

  /// What errands have told since; twice told is told once.
  final Set<String> told = ConcurrentHashMap.newKeySet();

  private record Tells(Set<String> told) implements ErrandRunner {

    @Override
    public String kind() {
      return "tell";
    }

    @Override
    public void run(Map<String, String> data) {
      told.addAll(data.values());
    }
  }

  private record Does(String name, Set<String> outcomes, Set<String> sets, Doing doing)
      implements Action {

    private interface Doing {
      Result run(ActionContext context);
    }

    @Override
    public Result run(ActionContext context) {
      return doing.run(context);
    }
  }

  private record Hears(
      String name, Set<String> outcomes, Set<String> sets, Context.Asked asked, Ear ear)
      implements Recogniser {

    private interface Ear {
      Optional<Result> hear(Hearing hearing);
    }

    @Override
    public Context context(Map<String, Object> variables) {
      return Context.asked(asked);
    }

    @Override
    public Optional<Result> hear(Hearing hearing) {
      return ear.hear(hearing);
    }
  }

  Registry registry() {
    return new Registry(
        List.of(
            new Does("offer-slots", Set.of("offered", "none"), Set.of("slots"), this::offer),
            new Does("book", Set.of("booked", "taken"), Set.of(), this::book),
            new Does("release", Set.of("released"), Set.of(), this::release),
            new Does("open-ticket", Set.of("opened"), Set.of(), this::ticket)),
        List.of(
            new Hears("name", Set.of("named"), Set.of("name"), Context.Asked.NAME, World::name),
            new Hears(
                "slot-choice",
                Set.of("chosen", "other-period"),
                Set.of("slot", "period"),
                Context.Asked.OPTION,
                World::slot)),
        List.of(new Tells(told)));
  }

  long count(String effect) {
    return effects.values().stream().filter(done -> done.startsWith(effect)).count();
  }

  private Result offer(ActionContext context) {
    does(context, "hold");
    return Result.of("offered").with("slots", List.of("a", "b", "c"));
  }

  private Result book(ActionContext context) {
    String slot = context.text("slot").orElse("?");
    does(context, "book " + slot);
    context.afterwards(new Errand("tell", Map.of("slot", slot)));
    String person = "P-" + context.text("name").orElse("?");
    return Result.of("booked").recognised(person, Level.NUMBER);
  }

  private Result release(ActionContext context) {
    does(context, "release");
    return Result.of("released");
  }

  private Result ticket(ActionContext context) {
    does(context, "ticket");
    return Result.of("opened");
  }

  private void does(ActionContext context, String effect) {
    String cause = context.nextCause();
    before.run();
    commands.incrementAndGet();
    effects.putIfAbsent(cause, effect);
  }

  private static Optional<Result> name(Hearing hearing) {
    String text = hearing.heard().text();
    int at = text.indexOf("c'est ");
    if (at >= 0) {
      String name = text.substring(at + "c'est ".length()).replaceAll("[ ,.].*", "");
      return Optional.of(Result.of("named").with("name", name));
    }
    boolean bare = hearing.asked() && text.matches("\\p{Lu}\\p{L}+");
    return bare ? Optional.of(Result.of("named").with("name", text)) : Optional.empty();
  }

  private static Optional<Result> slot(Hearing hearing) {
    String text = hearing.heard().text();
    if (text.matches("(la )?[123]")) {
      String digit = text.substring(text.length() - 1);
      return Optional.of(Result.of("chosen").with("slot", digit));
    }
    return List.of("mardi", "jeudi").stream()
        .filter(text::contains)
        .findFirst()
        .map(day -> Result.of("other-period").with("period", day));
  }
}
