package fr.duret.permanence.message;

/// Why a message leaves: consent, hours and opt-outs are judged by purpose, never by template.
public enum Purpose {
  /// What the person asked for or was promised: answers, confirmations, reminders.
  SERVICE,
  /// A question about a visit that has been done.
  SURVEY,
  /// Anything that sells. French law: not at night, not on Sundays, not without consent.
  MARKETING,
  /// What the law obliges us to say, in the form it prescribes.
  LEGAL,
  /// Safety words and on-call alerts: pass hours, caps and opt-outs.
  SAFETY
}
