package fr.duret.permanence.understanding;

/// What a visit is for, as far as words tell it. Which skill, duration and priority that means is
/// the company's setting.
public enum Motive {
  /// The yearly maintenance of a contract (*entretien*).
  MAINTENANCE,
  /// Something no longer works (*dépannage*).
  REPAIR,
  /// Something to be fitted or replaced within hours (*petits travaux*).
  SMALL_WORKS,
  /// A board to be brought up to the standard, a charging point, an inspection (*visite
  /// spécialisée*).
  SPECIALISED,
  /// Works to be seen before a quote is made (*devis sur place*).
  QUOTE_VISIT
}
