package fr.duret.permanence.understanding;

/// The kinds of traits that the learned readers know. A trait is a number made of its kind and its
/// parts, so that no dictionary of traits is needed; two traits hardly ever share one. The names
/// are part of the numbers: with another name all weights must be learned anew.
enum Trait {
  WORD,
  SOUND,
  PAIR,
  SKIP,
  FIRST,
  LETTERS,
  SENSE,
  SENSES,
  BEFORE_SENSE,
  AFTER_SENSE,
  LENGTH,
  QUESTION,
  RULE;

  private final int salt = name().hashCode() * 0x27D4EB2F;

  /// The trait of one part.
  int of(int part) {
    return of(part, 0);
  }

  /// The trait of two parts, in that order: the finalizer of MurmurHash3 over them, by which near
  /// parts give far numbers.
  int of(int one, int other) {
    int h = one * 0x9E3779B1 + Integer.rotateLeft(other * 0x85EBCA77, 13) + salt;
    h = (h ^ h >>> 16) * 0x85EBCA6B;
    h = (h ^ h >>> 13) * 0xC2B2AE35;
    return h ^ h >>> 16;
  }
}
