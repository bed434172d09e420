package fr.duret.permanence.http;

/// A port cannot be listened on: it is taken, or the host is none of this machine's.
public final class CannotListen extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CannotListen(String host, int port, Throwable cause) {
    super("cannot listen on " + host + ":" + port + ": " + root(cause).getMessage(), cause);
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : root(cause);
  }
}
