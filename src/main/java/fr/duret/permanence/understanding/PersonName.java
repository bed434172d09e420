package fr.duret.permanence.understanding;

import java.util.Optional;

/// A name somebody gave as his own. At least one of first and last name is there.
///
/// @param civility who is meant: one man, one woman, a couple
/// @param first first name, capitalised as names are
/// @param last family name, capitalised as names are
public record PersonName(
    Optional<Civility> civility, Optional<String> first, Optional<String> last) {

  /// How a person is addressed.
  public enum Civility {
    /// Monsieur.
    MR,
    /// Madame.
    MRS,
    /// Monsieur et Madame.
    COUPLE
  }
}
