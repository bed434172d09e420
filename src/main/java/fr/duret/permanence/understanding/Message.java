package fr.duret.permanence.understanding;

import java.util.BitSet;
import java.util.List;

/// A message cut into words.
///
/// @param source the text as given (its part that is read)
/// @param words its words, spelt as the vocabulary spells them
/// @param questions the numbers of the sentences that end with a question mark
/// @param entries what the vocabulary knows of each word as it is spelt there
/// @param written the same of each word as the client wrote it
record Message(
    String source, List<Word> words, BitSet questions, List<Entry> entries, List<Entry> written) {

  int size() {
    return words.size();
  }

  Word word(int index) {
    return words.get(index);
  }

  String text(int index) {
    return words.get(index).text();
  }

  /// What the vocabulary knows of that word.
  Entry entry(int index) {
    return entries.get(index);
  }

  /// What the vocabulary knows of that word as it was written.
  Entry written(int index) {
    return written.get(index);
  }

  /// Whether that word begins a clause.
  boolean opens(int index) {
    return index == 0 || word(index).clause() != word(index - 1).clause();
  }

  /// Whether that word ends a clause.
  boolean closes(int index) {
    return index == size() - 1 || word(index).clause() != word(index + 1).clause();
  }

  /// Whether that word stands in a question.
  boolean asks(int index) {
    return questions.get(word(index).sentence());
  }

  /// Whether the word was written with a capital letter.
  boolean capital(int index) {
    return Character.isUpperCase(source.charAt(word(index).start()));
  }

  /// The place of some words in the text as given.
  ///
  /// @param to one after the last word
  Span span(int from, int to) {
    return new Span(word(from).start(), word(to - 1).end());
  }
}
