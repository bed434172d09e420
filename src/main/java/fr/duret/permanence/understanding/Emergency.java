package fr.duret.permanence.understanding;

/// Whether a message tells of danger. Judged with care on the side of alarm: whoever writes « ça
/// sent le brûlé » is never asked which day would suit.
public sealed interface Emergency {

  /// The sorts of danger, the gravest first.
  enum Kind {
    /// Somebody had an electric shock or is hurt.
    INJURY,
    /// Fire or smoke.
    FIRE,
    /// A smell of burning, something hot or melted.
    BURNING_SMELL,
    /// Sparks, arcs, crackling.
    SPARKS,
    /// Water on or near live parts; bare live wires within reach.
    WATER_OR_BARE_WIRES,
    /// No power in the whole home.
    NO_POWER
  }

  /// Danger now.
  ///
  /// @param kind the gravest sort told
  /// @param span the words that tell it
  /// @param reason why, for logs
  record Alarm(Kind kind, Span span, String reason) implements Emergency {}

  /// Danger is spoken of, but past, denied, supposed or unclear: ask whether it is there now.
  ///
  /// @param kind the gravest sort spoken of
  /// @param span the words that tell it
  /// @param reason why it is in doubt, for logs
  record Ask(Kind kind, Span span, String reason) implements Emergency {}

  /// No danger is spoken of.
  record None() implements Emergency {}
}
