package fr.duret.permanence.emergency;

/// What somebody of the rota answers to an alert.
public enum Reply {
  /// He takes it (« ok », « j'arrive »).
  TAKES,
  /// He cannot (« non », « je peux pas »).
  PASSES,
  /// What he had taken is over (« terminé »).
  DONE,
  /// He asks who and where it is (« quelle adresse ? »).
  ASKS,
  /// Something else: he is asked again.
  UNCLEAR,
  /// Not an answer at all: he tells of danger himself.
  DANGER
}
