package fr.duret.permanence.understanding;

/// One word of a message.
///
/// @param text the word, folded and spelt as the vocabulary spells it
/// @param raw the word as written, folded
/// @param start where it begins in the text as given
/// @param end one after its last unit there
/// @param sentence number of its sentence
/// @param clause number of its clause: commas and brackets begin a new one, and so do sentences
record Word(String text, String raw, int start, int end, int sentence, int clause) {

  /// The same place, spelt otherwise.
  Word spelt(String other) {
    return new Word(other, raw, start, end, sentence, clause);
  }
}
