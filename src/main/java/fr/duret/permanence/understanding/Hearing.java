package fr.duret.permanence.understanding;

/// How plainly the rules hear a danger, and how sure the learned reader must be beside them. The
/// thresholds were chosen on rows of authors whose files were not learned from
/// (docs/understanding.md): a danger missed costs most, a question too many little, a needless
/// alarm wakes somebody.
enum Hearing {
  /// They hear a danger.
  ALARM(0.93f, 0.45f),
  /// They hear what may be one.
  DOUBT(0.9f, 0.45f),
  /// They hear nothing: strange words alone are hardly ever a danger.
  NOTHING(0.75f, 0.55f),
  /// They hear nothing in what answers a question of ours, which is hardly ever the place to tell
  /// of danger: nobody is woken unasked.
  ANSWER(0.4f, Float.POSITIVE_INFINITY),
  /// « Plus de fumée, tout est rentré dans l'ordre »: denied and said to be well, by the rules' own
  /// words; the learned reader alone then asks, and wakes nobody.
  CALMED(0.75f, Float.POSITIVE_INFINITY);

  private final float calm;
  private final float alarming;

  /// @param calm the least chance that nothing is meant for no question to be asked
  /// @param alarming the least chance of danger for the alarm
  Hearing(float calm, float alarming) {
    this.calm = calm;
    this.alarming = alarming;
  }

  /// How the rules heard.
  ///
  /// @param answers whether the message answers a question of ours
  /// @param calmed whether they heard that all is well
  static Hearing of(Emergency ruled, boolean answers, boolean calmed) {
    return switch (ruled) {
      case Emergency.Alarm alarm -> ALARM;
      case Emergency.Ask ask -> DOUBT;
      case Emergency.None() -> answers ? ANSWER : calmed ? CALMED : NOTHING;
    };
  }

  /// What chances come to, one of `Danger.LABELS`.
  ///
  /// @param chances of alarm, question and nothing
  String label(float[] chances) {
    if (chances[2] >= calm) {
      return "NONE";
    }
    return chances[0] >= alarming ? "ALARM" : "ASK";
  }
}
