package fr.duret.permanence.conversation;

/// A place in the flows.
///
/// @param flow the flow's name
/// @param step the step's name in it
record Position(String flow, String step) {

  static Position of(String target) {
    int slash = target.indexOf('/');
    return new Position(target.substring(0, slash), target.substring(slash + 1));
  }

  @Override
  public String toString() {
    return flow + "/" + step;
  }
}
