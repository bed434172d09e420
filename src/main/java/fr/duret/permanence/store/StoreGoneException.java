package fr.duret.permanence.store;

/// The store cannot be opened or is gone: nothing can be read or written until the process, or the
/// server it uses, is started again. Trying again at once is of no use.
public final class StoreGoneException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /// Makes it.
  ///
  /// @param message what happened and to which store, without secrets; why is added
  /// @param cause what was thrown below
  public StoreGoneException(String message, Throwable cause) {
    super(message + ": " + Reason.of(cause), cause);
  }
}
