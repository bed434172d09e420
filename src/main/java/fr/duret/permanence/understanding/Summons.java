package fr.duret.permanence.understanding;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Knows the people of the company whom our own texts tell clients to ask for by writing their
/// name: « CLAIRE ».
final class Summons {

  private static final int LONGEST = 6;

  private final Set<String> people;

  Summons(Collection<String> people) {
    this.people = people.stream().map(Fold::text).collect(Collectors.toSet());
  }

  /// Whether a message is such a name, with no more than polite words around.
  boolean isCall(Message message, Matches matches) {
    return message.size() <= LONGEST
        && IntStream.range(0, message.size()).anyMatch(i -> isNamed(message, i))
        && IntStream.range(0, message.size())
            .allMatch(i -> isNamed(message, i) || matches.at("NAME:POLITE", i));
  }

  private boolean isNamed(Message message, int word) {
    return people.contains(message.word(word).raw());
  }
}
