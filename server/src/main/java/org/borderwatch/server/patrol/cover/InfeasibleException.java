package org.borderwatch.server.patrol.cover;

/** No choice of sites fulfils all limits. */
public final class InfeasibleException extends Exception {
  private static final long serialVersionUID = 1;

  public InfeasibleException(String message) {
    super(message);
  }
}
