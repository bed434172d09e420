package fr.duret.permanence.understanding;

/// All that the vocabulary knows of a word, looked up once for all readers.
final class Entry {

  private final boolean ordinary;
  private final boolean common;
  private final boolean firstName;
  private final boolean familyName;
  private final int[] cues;
  private final int[] dangers;
  private final WordTraits traits;

  /// @param ordinary whether it is an ordinary word of the language, no name
  /// @param common whether people use it for anything but a name, ordinary or not
  /// @param firstName whether it is the first name of many people
  /// @param familyName whether it is the family name of many people
  /// @param cues the sets of words of the patterns that it belongs to
  /// @param dangers the same for the patterns of danger
  Entry(
      boolean ordinary,
      boolean common,
      boolean firstName,
      boolean familyName,
      int[] cues,
      int[] dangers,
      WordTraits traits) {
    this.ordinary = ordinary;
    this.common = common;
    this.firstName = firstName;
    this.familyName = familyName;
    this.cues = cues;
    this.dangers = dangers;
    this.traits = traits;
  }

  boolean isOrdinary() {
    return ordinary;
  }

  boolean isCommon() {
    return common;
  }

  boolean isFirstName() {
    return firstName;
  }

  boolean isFamilyName() {
    return familyName;
  }

  /// Not to be changed.
  int[] cues() {
    return cues;
  }

  /// Not to be changed.
  int[] dangers() {
    return dangers;
  }

  WordTraits traits() {
    return traits;
  }
}
