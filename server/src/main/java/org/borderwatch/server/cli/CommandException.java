package org.borderwatch.server.cli;

/** Why a command did nothing, in words for the person who typed it. */
public final class CommandException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CommandException(String message) {
    super(message);
  }
}
