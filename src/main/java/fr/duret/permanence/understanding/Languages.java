package fr.duret.permanence.understanding;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Guesses a language by its commonest words.
final class Languages {

  /// One foreign word in a longer message is a borrowed one.
  private static final int ENOUGH = 2;

  private final Map<String, Set<Language>> votes = new HashMap<>();

  Languages() {
    for (String line : Lines.of("languages.txt")) {
      List<String> words = List.of(line.split(" +", -1));
      Language language = Language.valueOf(words.getFirst());
      for (String word :
          Fold.text(String.join(" ", words.subList(1, words.size()))).split(" +", -1)) {
        votes.computeIfAbsent(word, w -> EnumSet.noneOf(Language.class)).add(language);
      }
    }
  }

  /// The language with most words; French on a tie.
  Language guess(Message message) {
    Map<Language, Integer> sums = new EnumMap<>(Language.class);
    int strange = 0;
    for (Word word : message.words()) {
      votes.getOrDefault(word.raw(), Set.of()).forEach(voted -> sums.merge(voted, 1, Integer::sum));
      strange += isOtherScript(word) ? 1 : -1;
    }
    return strange > 0 ? Language.OTHER : mostVoted(sums, Math.min(ENOUGH, message.size()));
  }

  private static boolean isOtherScript(Word word) {
    return word.raw().charAt(0) > 'z' && Character.isLetter(word.raw().codePointAt(0));
  }

  private static Language mostVoted(Map<Language, Integer> sums, int enough) {
    Language best = Language.FRENCH;
    int most = Math.max(sums.getOrDefault(best, 0), enough - 1);
    for (Map.Entry<Language, Integer> sum : sums.entrySet()) {
      if (sum.getValue() > most) {
        best = sum.getKey();
        most = sum.getValue();
      }
    }
    return best;
  }
}
