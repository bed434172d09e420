package fr.duret.permanence.understanding;

import java.util.BitSet;
import java.util.List;

/// A text cut into words as they were written.
///
/// @param source the text as given (its part that is read)
/// @param questions the numbers of the sentences that end with a question mark
record Written(String source, List<Word> words, BitSet questions) {}
