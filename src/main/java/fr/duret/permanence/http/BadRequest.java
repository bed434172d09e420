package fr.duret.permanence.http;

/// A request that cannot be understood or granted; its message is told to whoever asked.
public final class BadRequest extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String told;

  /// Refuses with status 400.
  ///
  /// @param message what is wrong and what is expected, in English; nothing private
  public BadRequest(String message) {
    this(400, message);
  }

  /// Refuses with another status.
  public BadRequest(int status, String message) {
    super(message, null, false, false);
    this.status = status;
    this.told = message;
  }

  /// What is wrong, for whoever asked.
  public String told() {
    return told;
  }

  /// The HTTP status.
  public int status() {
    return status;
  }
}
