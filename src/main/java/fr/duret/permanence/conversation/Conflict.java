package fr.duret.permanence.conversation;

/// Somebody else wrote the conversation meanwhile: the turn is begun again from what stands there.
/// Actions must let it pass.
final class Conflict extends RuntimeException {

  private static final long serialVersionUID = 1L;

  Conflict() {
    super("the conversation was written by another turn", null, false, false);
  }
}
