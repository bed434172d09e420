package fr.duret.permanence.conversation;

/// What this process has counted since it started, for the metrics.
///
/// @param turns turns committed, silences among them
/// @param rephrased turns in which the client was not understood and asked in other words
/// @param choices turns in which he was not understood again and given choices
/// @param toPerson turns in which he was not understood and handed to a person
/// @param handovers conversations that a person took over
/// @param silences questions that got no answer
/// @param replayed turns begun by another attempt or process and ended here
public record Figures(
    long turns,
    long rephrased,
    long choices,
    long toPerson,
    long handovers,
    long silences,
    long replayed) {

  /// Turns in which the client was not understood.
  public long misunderstood() {
    return rephrased + choices + toPerson;
  }
}
