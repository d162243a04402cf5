package org.borderwatch.server.cql;

/** A condition can't be understood: where, and what is expected. */
public final class CqlException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int at;

  CqlException(int at, String reason) {
    super("at character " + at + ": " + reason, null, false, false);
    this.at = at;
  }

  /** The place in the text, from 1. */
  public int at() {
    return at;
  }
}
