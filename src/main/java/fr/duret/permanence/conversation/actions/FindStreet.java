package fr.duret.permanence.conversation.actions;

import fr.duret.permanence.clients.Client;
import fr.duret.permanence.clients.Clients;
import fr.duret.permanence.conversation.Action;
import fr.duret.permanence.conversation.ActionContext;
import fr.duret.permanence.conversation.Result;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds the street that somebody new has told in passing (« une panne au 12 rue Royale »), so that
/// he is not asked for it: `with: {words: "rue, avenue"}` are the words that name one after its
/// number. A person reads it before somebody drives there.
///
/// - `found`: it is on file and in the visit now
/// - `none`: none was told, or we know where to go
record FindStreet(Clients clients, SaveStreet saving) implements Action {

  static final String WORDS = "words";
  private static final String CORRECT = "correct";

  @Override
  public String name() {
    return "find-street";
  }

  @Override
  public Set<String> outcomes() {
    return Set.of("found", "none");
  }

  @Override
  public Set<String> parameters() {
    return Set.of(WORDS, CORRECT);
  }

  @Override
  public Result run(ActionContext context) {
    boolean correct = context.parameters().containsKey(CORRECT);
    List<String> texts = correct ? List.of(context.heard().text()) : context.said();
    Optional<String> street =
        missing(context) || (correct && isProspect(context))
            ? told(texts, context.parameters().getOrDefault(WORDS, ""))
            : Optional.empty();
    street.ifPresent(words -> saving.save(context, words));
    return Result.of(street.isPresent() ? "found" : "none");
  }

  /// The street of a client is changed by a person.
  private boolean isProspect(ActionContext context) {
    return OnFile.client(context, clients)
        .filter(client -> client.kind() == Client.Kind.PROSPECT)
        .isPresent();
  }

  private boolean missing(ActionContext context) {
    return context
        .person()
        .flatMap(clients::client)
        .flatMap(client -> context.text(Vars.SITE).flatMap(client::site))
        .filter(site -> site.street().isBlank())
        .isPresent();
  }

  /// The newest one told.
  static Optional<String> told(List<String> said, String words) {
    if (words.isBlank()) {
      return Optional.empty();
    }
    String kinds =
        Stream.of(words.split(","))
            .map(String::strip)
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    Pattern street =
        Pattern.compile(
            "(?iuU)\\b\\d{1,4} ?(bis|ter|[a-d])?[ ,]+(" + kinds + ")\\b[^,;.!?\\n]{2,50}");
    return said.reversed().stream()
        .flatMap(text -> street.matcher(text).results())
        .map(MatchResult::group)
        .map(String::strip)
        .findFirst();
  }
}
