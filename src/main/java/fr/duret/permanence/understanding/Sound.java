package fr.duret.permanence.understanding;

/// How a word sounds, roughly, so that « sens », « sent » and « sen », « tableau » and « tablo », «
/// étincelle » and « etinsel » are the same word. Coarse on purpose: it serves the words of danger,
/// where a word missed costs more than two words confused.
final class Sound {

  private final String word;
  private final StringBuilder heard = new StringBuilder();

  private Sound(String word) {
    this.word = word;
  }

  /// The key of a folded word; never empty for a word with letters.
  static String of(String folded) {
    String heard = new Sound(folded).listen();
    return heard.isEmpty() ? folded : heard;
  }

  private String listen() {
    int at = 0;
    while (at < word.length()) {
      at += hear(at);
    }
    return withoutSilentEnd();
  }

  /// Appends what is heard at a place and says how many letters that took.
  private int hear(int at) {
    if (is(at, "eau")) {
      return say("o", 3);
    }
    if (is(at, "qu") || is(at, "ck")) {
      return say("k", 2);
    }
    if (is(at, "ph")) {
      return say("f", 2);
    }
    if (is(at, "ch")) {
      return say("S", 2);
    }
    if (is(at, "ou")) {
      return say("U", 2);
    }
    if (is(at, "oi")) {
      return say("W", 2);
    }
    if (is(at, "au")) {
      return say("o", 2);
    }
    int nasal = nasal(at);
    return nasal > 0 ? nasal : vowelOrConsonant(at);
  }

  /// A vowel before « n » or « m » that no vowel follows: « an », « in », « on » and their
  /// spellings.
  private int nasal(int at) {
    int vowels = is(at, "ain") || is(at, "ein") || is(at, "aim") ? 2 : 1;
    int after = at + vowels + 1;
    if (!isNasal(at + vowels) || vowelAt(after) || isNasal(after)) {
      return 0;
    }
    if (vowels == 2) {
      return say("2", 3);
    }
    return switch (word.charAt(at)) {
      case 'a', 'e' -> say("1", 2);
      case 'i', 'y', 'u' -> say("2", 2);
      case 'o' -> say("3", 2);
      default -> 0;
    };
  }

  private int vowelOrConsonant(int at) {
    char c = word.charAt(at);
    if (is(at, "ai") || is(at, "ei")) {
      return say("e", 2);
    }
    return switch (c) {
      case 'c' -> say(soft(at + 1) ? "s" : "k", 1);
      case 'q' -> say("k", 1);
      case 'g' -> say(soft(at + 1) ? "j" : "g", 1);
      case 'y' -> say("i", 1);
      case 'z' -> say("s", 1);
      case 'w' -> say("v", 1);
      case 'h' -> 1;
      default -> say(String.valueOf(c), 1);
    };
  }

  private int say(String sound, int letters) {
    int length = heard.length();
    boolean doubled = length > 0 && heard.charAt(length - 1) == sound.charAt(0);
    if (!doubled) {
      heard.append(sound);
    }
    return letters;
  }

  private boolean is(int at, String letters) {
    return word.startsWith(letters, at);
  }

  private boolean soft(int at) {
    return at < word.length() && "eiy".indexOf(word.charAt(at)) >= 0;
  }

  private boolean vowelAt(int at) {
    return at < word.length() && "aeiouyh".indexOf(word.charAt(at)) >= 0;
  }

  private boolean isNasal(int at) {
    return at < word.length() && (word.charAt(at) == 'n' || word.charAt(at) == 'm');
  }

  /// Final consonants are silent more often than not, and so are « e », « er », « es », « ent ».
  private String withoutSilentEnd() {
    int end = heard.length();
    end = drop(end, "stdxp");
    if (end > 2 && heard.charAt(end - 1) == 'r' && heard.charAt(end - 2) == 'e') {
      end--;
    }
    end = drop(end, "e");
    return heard.substring(0, end);
  }

  private int drop(int from, String letters) {
    int end = from;
    while (end > 2 && letters.indexOf(heard.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }
}
