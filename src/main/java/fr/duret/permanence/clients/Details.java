package fr.duret.permanence.clients;

import java.util.Optional;

/// What a prospect has told about himself; what is empty is left as it was.
///
/// @param civility how to address him
/// @param firstName his first name
/// @param lastName his family name
/// @param site where the work is; replaces the site with the same id
public record Details(
    Optional<Civility> civility,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<Site> site) {

  /// Nothing told.
  public static Details none() {
    return new Details(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// The same with a family name.
  public Details named(String name) {
    return new Details(civility, firstName, Optional.of(name), site);
  }

  /// The same with a place of work.
  public Details at(Site place) {
    return new Details(civility, firstName, lastName, Optional.of(place));
  }
}
