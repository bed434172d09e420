package fr.duret.permanence.emergency;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Reads what somebody of the rota wrote: what he says of which alert. « Je prends le 5, le 8 je
/// peux pas » says two things.
///
/// @param french what words mean that are not in the vocabulary
record RotaReading(RotaVocabulary vocabulary, Function<String, Reply> french) {

  private static final Pattern NOTHING = Pattern.compile("[\\p{P}\\s]*");

  /// What he says of the alerts that he names there, or of none by name.
  record Said(Words words, Reply reply) {}

  /// What he says; one part unless he says different things of several alerts.
  ///
  /// @param known the numbers of the alerts that he may mean
  List<Said> read(String text, Set<Integer> known) {
    Words whole = Words.of(text, vocabulary, known);
    Reply reply = NOTHING.matcher(whole.plain()).matches() ? Reply.TAKES : reply(whole.plain());
    if (reply == Reply.DANGER || !whole.name()) {
      return List.of(new Said(whole, reply));
    }
    List<Said> parts = parts(text, whole, known);
    Set<Reply> replies = EnumSet.of(Reply.UNCLEAR);
    parts.forEach(part -> replies.add(part.reply()));
    replies.remove(Reply.UNCLEAR);
    return switch (replies.size()) {
      case 0 -> List.of(new Said(whole, reply));
      case 1 -> List.of(new Said(whole, replies.iterator().next()));
      default -> continued(parts);
    };
  }

  /// The clauses that name alerts; those around them tell what is said of them if they do not.
  private List<Said> parts(String text, Words whole, Set<Integer> known) {
    List<String> clauses = Words.clauses(text, vocabulary);
    List<Words> words =
        clauses.stream().map(one -> Words.of(one, vocabulary, known).within(whole)).toList();
    return IntStream.range(0, words.size())
        .filter(i -> words.get(i).name())
        .mapToObj(i -> new Said(words.get(i), said(words, i)))
        .toList();
  }

  private Reply said(List<Words> clauses, int index) {
    String own = clauses.get(index).plain();
    Reply reply = clause(own);
    if (reply == Reply.UNCLEAR && isAside(clauses, index + 1)) {
      reply = clause(own + " " + clauses.get(index + 1).plain());
    }
    if (reply == Reply.UNCLEAR && isAside(clauses, index - 1)) {
      reply = clause(clauses.get(index - 1).plain() + " " + own);
    }
    return reply;
  }

  private static boolean isAside(List<Words> clauses, int index) {
    return index >= 0 && index < clauses.size() && !clauses.get(index).name();
  }

  /// « Le 8 aussi » goes on with what was said before it.
  private static List<Said> continued(List<Said> parts) {
    List<Said> all = new ArrayList<>();
    Reply last =
        parts.stream()
            .map(Said::reply)
            .filter(reply -> reply != Reply.UNCLEAR)
            .findFirst()
            .orElse(Reply.UNCLEAR);
    for (Said part : parts) {
      last = part.reply() == Reply.UNCLEAR ? last : part.reply();
      all.add(new Said(part.words(), last));
    }
    return all;
  }

  private Reply clause(String plain) {
    if (NOTHING.matcher(plain).matches()) {
      return Reply.UNCLEAR;
    }
    return vocabulary.excepts(plain) ? Reply.PASSES : reply(plain);
  }

  private Reply reply(String plain) {
    Reply read = french.apply(plain);
    return read == Reply.DANGER ? read : vocabulary.reply(plain, read == Reply.PASSES).orElse(read);
  }
}
