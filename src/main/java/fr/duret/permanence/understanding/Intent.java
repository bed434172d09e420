package fr.duret.permanence.understanding;

/// What a client wants of us with a message.
public enum Intent {
  /// A visit, of whatever kind.
  BOOK,
  /// Another day or window for a visit that is planned.
  MOVE,
  /// A planned visit is no longer wanted.
  CANCEL,
  /// A visit that was to be changed, or just was, should be what it was before.
  KEEP,
  /// Yes to what we asked or offered.
  ACCEPT,
  /// No to what we asked or offered.
  REFUSE,
  /// Picks among the options offered: see [Understood#choice()].
  CHOOSE,
  /// Gives what was asked (a day, a name, a place, a motive) and nothing else.
  ANSWER,
  /// When is my visit, is it still on, who comes.
  VISIT_STATUS,
  /// At what time: the window or the hour of a visit already known by its day.
  WHAT_TIME,
  /// Where a quote stands.
  QUOTE_STATUS,
  /// Wants a quote.
  QUOTE_REQUEST,
  /// Says yes to a quote received.
  QUOTE_ACCEPTED,
  /// Says no to a quote received.
  QUOTE_REFUSED,
  /// A report, a copy, a certificate, once more or at last.
  DOCUMENT_REQUEST,
  /// About an invoice or a payment.
  INVOICE_QUESTION,
  /// What something costs, without asking for a quote.
  PRICE_QUESTION,
  /// A person is wanted, or to be called.
  HUMAN,
  /// A call back that was promised did not come.
  CALLBACK_COMPLAINT,
  /// Nobody came, or he is late: the client waits for the technician.
  NO_SHOW,
  /// The client will be late for the visit.
  LATE,
  /// The client will not be there for the visit.
  ABSENT,
  /// Any other discontent.
  COMPLAINT,
  /// No more messages of any kind (the operators' keyword).
  STOP,
  /// Messages wanted again.
  START,
  /// Thanks and nothing else.
  THANKS,
  /// A greeting and nothing else.
  GREETING,
  /// Which things can be asked here, how this works.
  HELP,
  /// Say it again.
  REPEAT,
  /// To the question before.
  BACK,
  /// Says who he is and nothing else.
  IDENTITY,
  /// None of these, or not understood.
  OTHER
}
