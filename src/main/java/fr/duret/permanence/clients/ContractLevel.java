package fr.duret.permanence.clients;

import java.util.Locale;

/// The levels of a maintenance contract, best first.
public enum ContractLevel {
  /// Gold.
  OR,
  /// Silver: two visits a year.
  ARGENT,
  /// Bronze.
  BRONZE;

  /// The name by which the company file calls a client without a contract.
  public static final String NONE = "aucun";

  /// Its name in the company file: `or`, `argent`, `bronze`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
