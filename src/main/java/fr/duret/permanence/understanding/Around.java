package fr.duret.permanence.understanding;

import java.util.BitSet;
import java.util.List;

/// What is said around the [Mention]s of an answer: the words beside each, and whether they take
/// what it points at (« mardi RTT ») or speak against it (« mardi non », « pris mardi et jeudi »).
final class Around {

  /// What is said around one mention.
  ///
  /// @param from the first of the words near before it
  /// @param word itself
  /// @param to one after the last of the words near behind it
  /// @param second it is taken only if something else cannot be
  /// @param against words speak against it
  /// @param free words say that it suits
  record Said(int from, int word, int to, boolean second, boolean against, boolean free) {}

  private static final String AGAINST = "AGAINST";
  private static final String FREE = "FREE";

  /// So many words before and after a mention tell what is said of it.
  private static final int BEFORE = 3;

  private static final int AFTER = 6;
  private static final int NEAR = 2;

  private final Message message;
  private final Matches matches;
  private final List<Mention> mentions;
  private final BitSet against = new BitSet();
  private final BitSet free = new BitSet();
  private final boolean[] denied;
  private final boolean[] taken;

  Around(Message message, Matches matches, List<Mention> mentions) {
    this.message = message;
    this.matches = matches;
    this.mentions = mentions;
    matches.with(AGAINST).forEach(match -> against.set(match.from()));
    matches.with(FREE).forEach(match -> free.set(match.from(), match.to()));
    denied = new boolean[mentions.size()];
    taken = new boolean[mentions.size()];
    for (int m = 0; m < denied.length; m++) {
      denied[m] = isDenied(m);
      taken[m] = !denied[m] && says(free, m);
    }
    for (int m = 1; m < denied.length; m++) {
      denied[m] |= denied[m - 1] && joined(m) && !taken[m];
    }
    for (int m = denied.length - 1; m > 0; m--) {
      denied[m - 1] |= denied[m] && joined(m) && !taken[m - 1];
    }
  }

  /// « Mardi et jeudi », « mardi 24 »: nothing but a joining word between.
  private boolean joined(int index) {
    int from = mentions.get(index - 1).word() + 1;
    int to = mentions.get(index).word();
    for (int i = from; i < to; i++) {
      if (!matches.at("JOIN", i) && !matches.at("DAY-ARTICLE", i)) {
        return false;
      }
    }
    return same(from - 1, to);
  }

  private boolean isDenied(int index) {
    int word = mentions.get(index).word();
    for (int i = word - 1; i >= first(index) && i >= word - BEFORE; i--) {
      if (message.word(i).clause() != message.word(word).clause()) {
        break;
      }
      if (against.get(i) && (i >= word - NEAR || !free.get(i))) {
        return true;
      }
    }
    return says(against, index) && !says(free, index);
  }

  private boolean says(BitSet what, int index) {
    int word = mentions.get(index).word();
    for (int i = word + 1; i < last(index) && i <= word + AFTER && same(word, i); i++) {
      if (what.get(i)) {
        return true;
      }
    }
    return false;
  }

  /// « 1 de préférence, sinon 3 ».
  private boolean isSecond(int index) {
    return index > 0
        && matches.with("FALLBACK").stream()
            .anyMatch(match ->
                match.from() > mentions.getFirst().word()
                    && match.from() < mentions.get(index).word());
  }

  private boolean same(int one, int other) {
    return message.word(one).sentence() == message.word(other).sentence();
  }

  private int first(int index) {
    return index == 0 ? 0 : mentions.get(index - 1).word() + 1;
  }

  private int last(int index) {
    return index + 1 == mentions.size() ? message.size() : mentions.get(index + 1).word();
  }

  /// What is said around a mention.
  Said of(int index) {
    int word = mentions.get(index).word();
    int from = word;
    while (from > first(index) && from > word - NEAR && same(from - 1, word)) {
      from--;
    }
    int to = word + 1;
    while (to < last(index) && to <= word + AFTER && same(word, to)) {
      to++;
    }
    return new Said(from, word, to, isSecond(index), denied[index], taken[index]);
  }
}
