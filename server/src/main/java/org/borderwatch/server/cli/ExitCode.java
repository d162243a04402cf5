package org.borderwatch.server.cli;

/** How a command ended, for scripts. */
public final class ExitCode {
  /** All of it was done. */
  public static final int DONE = 0;

  /** Some rows were refused, or something was found that needs a person. */
  public static final int PARTLY = 1;

  /** Nothing was done. */
  public static final int NOTHING = 2;

  private ExitCode() {}
}
