package fr.duret.permanence.conversation.flow;

/// Where a flow goes on.
public sealed interface Next {

  /// Where this was written: file and line.
  String where();

  /// To a step.
  ///
  /// @param flow the flow's name
  /// @param step the step's name in it
  record Goto(String where, String flow, String step) implements Next {

    /// The step's full name: `rendez-vous/motif`.
    public String target() {
      return flow + "/" + step;
    }
  }

  /// The subject is closed.
  ///
  /// @param outcome what came of it, for figures and the journal
  record End(String where, String outcome) implements Next {}

  /// The outcome of an end that has none of its own.
  String DONE = "done";

  /// Reads `step`, `flow/step`, `end` or `end/outcome`.
  ///
  /// @param where file and line
  /// @param text what is written there
  /// @param flow the flow in which it is written
  static Next read(String where, String text, String flow) {
    int slash = text.indexOf('/');
    if (text.equals("end")) {
      return new End(where, DONE);
    }
    if (slash < 0) {
      return new Goto(where, flow, text);
    }
    String first = text.substring(0, slash);
    String second = text.substring(slash + 1);
    return first.equals("end") ? new End(where, second) : new Goto(where, first, second);
  }
}
